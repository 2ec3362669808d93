package org.carrel.devices;

import java.io.Serializable;
import java.util.List;

/** What an audit says to a scan. */
public sealed interface AuditScanned extends Serializable {
    /** @param again whether it was scanned before: it counts once */
    record Scanned(long device, boolean again) implements AuditScanned {}

    /** No device is known by it; that is kept. */
    record Unknown(String code) implements AuditScanned {}

    /** Makers gave this serial to several: scan the label. */
    record Several(List<String> names) implements AuditScanned {
        public Several {
            names = List.copyOf(names);
        }
    }

    /** The label is of one device and the serial of another (B72). */
    record OtherSerial() implements AuditScanned {}

    /** Nothing was typed. */
    record Empty() implements AuditScanned {}

    /** The audit is closed already. */
    record Over() implements AuditScanned {}
}
