package org.carrel.copycataloging.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.stream.Collectors;
import org.carrel.copycataloging.CopyTarget;

/** The question of SRU 1.1 as an address. */
public final class SruRequest {
    /** So many records are asked for: editions under one number are few. */
    public static final int MOST = 10;

    private SruRequest() {}

    /** Path and query, with the slash before it. @param isbns forms of one number: any of them is right */
    public static String path(CopyTarget target, List<String> isbns) {
        var query = isbns.stream().map(isbn -> target.index() + "=" + isbn).collect(Collectors.joining(" or "));
        return "/" + target.path() + "?version=1.1&operation=searchRetrieve&query=" + URLEncoder.encode(query, UTF_8)
                + "&startRecord=1&maximumRecords=" + MOST + "&recordPacking=xml&recordSchema="
                + URLEncoder.encode(target.syntax(), UTF_8);
    }
}
