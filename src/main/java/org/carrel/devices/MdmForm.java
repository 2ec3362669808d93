package org.carrel.devices;

import java.util.Optional;

/** What a file of devices is, by its header. */
public enum MdmForm {
    /** The list of the Google Admin console. */
    GOOGLE_CONSOLE(Optional.of(MdmSource.GOOGLE)),
    /** {@code gam print cros}: the names of the Directory API. */
    GAM(Optional.of(MdmSource.GOOGLE)),
    JAMF(Optional.of(MdmSource.JAMF)),
    INTUNE(Optional.of(MdmSource.INTUNE)),
    /** A list of which a person says, or its header lets guess, which column is which. */
    LIST(Optional.empty());

    private final Optional<MdmSource> source;

    MdmForm(Optional<MdmSource> source) {
        this.source = source;
    }

    /** Whose export it is; empty for a list, whose rows nobody has numbered and which says nothing of today. */
    public Optional<MdmSource> source() {
        return source;
    }
}
