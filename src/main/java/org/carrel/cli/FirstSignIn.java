package org.carrel.cli;

import java.time.Clock;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.carrel.security.FirstStart;
import org.carrel.security.FirstStart.Demo;

/**
 * How somebody gets in after this start.
 *
 * @param demo the accounts of the sample school; empty for any other school
 * @param setupCode empty when there is an administrator
 */
record FirstSignIn(Optional<Demo> demo, Optional<String> setupCode) {
    private static final Logger LOG = Logger.getLogger(FirstSignIn.class.getName());

    /** The code goes to the log as well: where Carrel runs as a service nobody sees the screen. */
    static FirstSignIn prepare(CommandContext context) {
        var start = new FirstStart(context.database(), Clock.systemUTC());
        var demo = context.settings().sampleSchool() ? start.demo() : Optional.<Demo>empty();
        if (demo.isEmpty()) start.withoutDemo();
        var code = start.isOver() ? Optional.<String>empty() : Optional.of(start.newCode());
        code.ifPresent(text -> LOG.log(Level.WARNING, "Nobody can manage accounts yet. Setup code: {0}", text));
        return new FirstSignIn(demo, code);
    }
}
