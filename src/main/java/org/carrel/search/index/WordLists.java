package org.carrel.search.index;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/**
 * The word list of what searches see. Made when it is first needed; when the index has changed since, it is made anew at
 * once if that is quick, and beside the searches if not: until then the earlier one serves.
 */
final class WordLists {
    private static final Logger LOG = System.getLogger(WordLists.class.getName());
    private static final Duration QUICK = Duration.ofMillis(20);
    /** While records come in all the time, words are counted no more often than this. */
    private static final Duration RARELY = Duration.ofSeconds(10);

    private final AtomicBoolean making = new AtomicBoolean();
    private volatile @Nullable Made made;

    /** @param key of the reader it was made of */
    private record Made(Object key, WordList list, long nanos, long at) {}

    WordList of(IndexReader reader) throws IOException {
        var key = reader.getReaderCacheHelper().getKey();
        var now = made;
        if (now != null && now.key() == key) return now.list();
        if (now == null || now.nanos() < QUICK.toNanos()) return make(reader, key);
        if (System.nanoTime() - now.at() > RARELY.toNanos() && making.compareAndSet(false, true)) later(reader, key);
        return now.list();
    }

    private synchronized WordList make(IndexReader reader, Object key) throws IOException {
        var now = made;
        if (now != null && now.key() == key) return now.list();
        var start = System.nanoTime();
        var list = WordList.of(reader);
        var end = System.nanoTime();
        made = new Made(key, list, end - start, end);
        return list;
    }

    private void later(IndexReader reader, Object key) {
        if (!reader.tryIncRef()) {
            making.set(false);
            return;
        }
        Thread.ofPlatform().daemon().name("search-words").start(() -> {
            try {
                make(reader, key);
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.DEBUG, "The words of an index that is given up", e);
            } finally {
                making.set(false);
                release(reader);
            }
        });
    }

    private static void release(IndexReader reader) {
        try {
            reader.decRef();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "Closing an index that is given up", e);
        }
    }
}
