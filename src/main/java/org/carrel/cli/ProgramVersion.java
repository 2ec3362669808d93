package org.carrel.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of this build and of the Java that runs it. */
final class ProgramVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var version = Optional.ofNullable(Carrel.class.getPackage().getImplementationVersion());
        return new String[] {"carrel " + version.orElse("(not packaged)") + ", Java " + Runtime.version()};
    }
}
