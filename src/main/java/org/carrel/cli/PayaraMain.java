package org.carrel.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Collection;

/**
 * The web server's process: starts Payara Micro and ends when its parent is gone, which closes the standard input, or when
 * the application did not start. Payara Micro itself would stay up with an open port and no application behind it.
 */
public final class PayaraMain {
    /** The exit code for "Payara runs, but the application does not". */
    static final int NOT_DEPLOYED = 4;

    private PayaraMain() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        var watch = new Thread(PayaraMain::endWithParent, "carrel-parent");
        watch.setDaemon(true);
        watch.start();
        if (!applicationStarted(arguments)) System.exit(NOT_DEPLOYED);
    }

    private static void endWithParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            System.exit(0);
        }
    }

    private static boolean applicationStarted(String[] arguments) throws ReflectiveOperationException {
        // Not on the compiler's class path: these classes lie inside of Payara Micro's nested jars.
        var payara = Class.forName("fish.payara.micro.impl.PayaraMicroImpl");
        try {
            var server = payara.getMethod("create", String[].class).invoke(null, (Object) arguments);
            var runtime = payara.getMethod("getRuntime").invoke(server);
            var names = Class.forName("fish.payara.micro.PayaraMicroRuntime")
                    .getMethod("getDeployedApplicationNames")
                    .invoke(runtime);
            return names instanceof Collection<?> deployed && !deployed.isEmpty();
        } catch (InvocationTargetException e) {
            e.printStackTrace();
            return false;
        }
    }
}
