package io.github.miscope.benchmarks;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A build with classes of its own, called by names that other builds have as well. */
record Build(ClassLoader classes) {

  /** The build of a class path. */
  static Build of(String classPath) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String path : classPath.split(File.pathSeparator, -1)) {
      urls.add(Path.of(path).toUri().toURL());
    }
    return new Build(
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader()));
  }

  /** A class by its whole name. */
  Class<?> type(String name) throws ClassNotFoundException {
    return classes.loadClass(name);
  }
}
