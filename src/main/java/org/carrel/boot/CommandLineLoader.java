package org.carrel.boot;

import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the command line in this process, with the class path of the web application and a few libraries of its own. */
final class CommandLineLoader {
    private static final String ENTRY = "org.carrel.cli.Carrel";

    private CommandLineLoader() {}

    static void run(RuntimeFiles files, List<String> arguments) {
        var webInf = files.unpacked(RuntimeFiles.Part.APP).resolve("WEB-INF");
        var classPath = new ArrayList<URL>();
        classPath.add(url(webInf.resolve("classes")));
        files.jars(RuntimeFiles.Part.CLI).forEach(jar -> classPath.add(url(jar)));
        files.jars(RuntimeFiles.Part.LIB).forEach(jar -> classPath.add(url(jar)));
        // Not closed: the commands' threads need it until the process ends.
        var loader = new URLClassLoader(classPath.toArray(new URL[0]), CommandLineLoader.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        try {
            var main = loader.loadClass(ENTRY).getMethod("main", String[].class);
            main.invoke(null, (Object) arguments.toArray(new String[0]));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error) throw (Error) e.getCause();
            if (e.getCause() instanceof RuntimeException) throw (RuntimeException) e.getCause();
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Not a complete carrel.jar: " + e.getMessage(), e);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
