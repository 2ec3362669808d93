package org.carrel.devices;

import java.nio.file.Path;

/**
 * A file of devices that has come.
 *
 * @param name of the file, for people
 * @param site code of the site to which new devices will belong
 */
public record MdmUpload(Path file, String name, String site, MdmRun.Origin origin) {}
