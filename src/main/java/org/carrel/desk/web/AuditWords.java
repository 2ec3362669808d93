package org.carrel.desk.web;

import org.carrel.devices.AuditHeader;
import org.carrel.devices.AuditLine;
import org.carrel.devices.AuditRow;
import org.carrel.devices.Custody;

/** Audits in the words of the staff pages. */
final class AuditWords {
    private final StaffWords words;

    AuditWords(StaffWords words) {
        this.words = words;
    }

    String place(AuditHeader audit) {
        return audit.container().isPresent()
                ? words.text("audit.cart", audit.containerName())
                : words.text("audit.room", audit.room());
    }

    String result(AuditRow row) {
        return switch (row.audit().state()) {
            case OPEN -> words.text("audit.scanned", row.scanned());
            case DROPPED -> "";
            case CLOSED -> words.text("audit.result", row.present() + row.found(), row.foreign(), row.missing());
        };
    }

    /** Where a device of an audit is by our records, and since when nobody has seen it. */
    String told(AuditLine line) {
        return line.device().custody().kind() == line.custody()
                ? new DeviceWords(words).custody(line.device().custody())
                : kind(line.custody());
    }

    private String kind(Custody.Kind kind) {
        return words.text("custody." + kind);
    }

    /** What a console says, empty when none does. */
    String seen(AuditLine line) {
        return line.seen()
                .map(at -> words.text(line.fresh() ? "audit.seenLately" : "audit.seen", words.time(at)))
                .orElse("");
    }

    /** Where it belongs. */
    String home(AuditLine line) {
        return line.home().isEmpty() ? words.text("audit.noHome") : words.text("audit.home", line.home());
    }
}
