package org.carrel.copycataloging.net;

import java.util.OptionalLong;
import org.carrel.catalog.ForeignRecords.Encoding;
import org.carrel.copycataloging.CopyTarget;
import org.carrel.copycataloging.TargetKind;

/** Targets for tests, on this machine. */
final class Targets {
    private Targets() {}

    /** One that is waited for a second. */
    static CopyTarget sru(String host, int port) {
        return sru(host, port, 1);
    }

    static CopyTarget sru(String host, int port, int seconds) {
        return new CopyTarget(
                1,
                "Library",
                TargetKind.SRU_HTTP,
                host,
                port,
                "LCDB",
                "marcxml",
                Encoding.AS_FOUND,
                "bath.isbn",
                seconds,
                0,
                true,
                true,
                OptionalLong.empty());
    }

    static CopyTarget z3950(int port, String database, String syntax) {
        return new CopyTarget(
                2,
                "Library",
                TargetKind.Z39_50,
                "127.0.0.1",
                port,
                database,
                syntax,
                Encoding.AS_FOUND,
                "7",
                5,
                0,
                true,
                true,
                OptionalLong.empty());
    }

    /** The same, asked for records in another format. */
    static CopyTarget withSyntax(CopyTarget target, String syntax) {
        return like(target, syntax, target.inside());
    }

    /** The same where nobody has said that it is ours. */
    static CopyTarget outside(CopyTarget target) {
        return like(target, target.syntax(), false);
    }

    private static CopyTarget like(CopyTarget target, String syntax, boolean inside) {
        return new CopyTarget(
                target.id(),
                target.name(),
                target.kind(),
                target.host(),
                target.port(),
                target.path(),
                syntax,
                target.encoding(),
                target.index(),
                target.seconds(),
                target.place(),
                true,
                inside,
                OptionalLong.empty());
    }
}
