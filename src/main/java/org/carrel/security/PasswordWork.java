package org.carrel.security;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.carrel.security.rules.PasswordHash;
import org.carrel.security.rules.PasswordRules;

/** Looks at passwords: as many at once as there are processors, the others wait their turn. */
final class PasswordWork {
    private static final String COMMON = "common-passwords.txt";

    private final SecureRandom random = new SecureRandom();
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final PasswordRules rules = new PasswordRules(common());
    private final String ofNobody = PasswordHash.ofNobody(random);

    /** @param hash empty when there is no such account, which takes as long */
    boolean matches(String password, Optional<String> hash) {
        turns.acquireUninterruptibly();
        try {
            return PasswordHash.matches(password, hash.orElse(ofNobody)) && hash.isPresent();
        } finally {
            turns.release();
        }
    }

    String hash(String password) {
        turns.acquireUninterruptibly();
        try {
            return PasswordHash.of(password, random);
        } finally {
            turns.release();
        }
    }

    Optional<PasswordProblem> problem(NewPassword chosen, List<String> names) {
        var problem = rules.problem(chosen.first(), names);
        if (problem.isPresent()) return problem;
        return chosen.first().equals(chosen.again()) ? Optional.empty() : Optional.of(PasswordProblem.NOT_THE_SAME);
    }

    SecureRandom random() {
        return random;
    }

    private static Set<String> common() {
        try (var in = PasswordWork.class.getResourceAsStream(COMMON)) {
            if (in == null) throw new IllegalStateException("The program was built without " + COMMON);
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines();
            return lines.filter(line -> !line.startsWith("# ")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
