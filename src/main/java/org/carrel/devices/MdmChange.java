package org.carrel.devices;

import java.io.Serializable;

/** What an export says of a device before and after. @param was empty for nothing */
public record MdmChange(MdmField field, String was, String becomes) implements Serializable {}
