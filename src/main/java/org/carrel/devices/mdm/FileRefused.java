package org.carrel.devices.mdm;

import org.carrel.devices.MdmFinding;
import org.carrel.devices.MdmFinding.Kind;

/** A file of devices cannot be taken as a whole; becomes a refused run before it leaves this feature. */
final class FileRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final MdmFinding finding;

    FileRefused(Kind kind, String detail) {
        super(kind + " " + detail);
        this.finding = new MdmFinding(kind, detail);
    }

    MdmFinding finding() {
        return finding;
    }
}
