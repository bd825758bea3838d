package io.boto4j.local.lambda.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs a Java function in this process, in a class loader of its own: it sees the JDK, its archive
 * and layers, and the interfaces of {@code aws-lambda-java-core} if the application has them, but
 * nothing else of the application. The function has the environment variables and the standard
 * output of this process.
 */
final class JavaEnvironment implements Environment {
  private static final String INTERFACES = "com.amazonaws.services.lambda.runtime.";

  private final FunctionSpec spec;
  private final Unpacked code;
  private final URLClassLoader loader;
  private volatile boolean usable = true;
  private @Nullable JavaHandler handler;

  JavaEnvironment(FunctionSpec spec) {
    this.spec = spec;
    this.code = Unpacked.of(spec);
    List<Path> path = new ArrayList<>();
    path.add(code.task());
    path.addAll(Unpacked.jars(code.task().resolve("lib")));
    path.addAll(Unpacked.jars(code.layers().resolve("java/lib")));
    this.loader = new URLClassLoader(urls(path), new Interfaces());
  }

  private static URL[] urls(List<Path> path) {
    URL[] urls = new URL[path.size()];
    for (int i = 0; i < urls.length; i++) {
      try {
        urls[i] = path.get(i).toUri().toURL();
      } catch (MalformedURLException e) {
        throw new IllegalStateException("Every path has a URL", e);
      }
    }
    return urls;
  }

  @Override
  public Outcome invoke(Invocation invocation) {
    FutureTask<Outcome> task = new FutureTask<>(() -> run(invocation));
    Thread thread = new Thread(task, "boto4j-local-lambda-" + spec.name());
    thread.setDaemon(true);
    thread.setContextClassLoader(loader);
    thread.start();
    try {
      return task.get(spec.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      usable = false;
      thread.interrupt();
      return Outcome.timedOut(invocation, spec);
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      return Outcome.error("Runtime.Unknown", "The invocation was interrupted");
    } catch (ExecutionException e) {
      return Outcome.error("Runtime.Unknown", String.valueOf(e.getMessage()));
    }
  }

  private Outcome run(Invocation invocation) {
    try {
      JavaHandler found = handler;
      if (found == null) {
        found = JavaHandler.find(spec, loader);
        handler = found;
      }
      return found.invoke(spec, invocation);
    } catch (JavaHandler.Unsuitable e) {
      invocation.log().accept(e.type() + ": " + e.getMessage());
      return Outcome.error(e.type(), String.valueOf(e.getMessage()));
    } catch (Throwable e) { // Whatever a function throws is its result.
      invocation.log().accept(JavaErrors.trace(e));
      return JavaErrors.outcome(e);
    }
  }

  @Override
  public boolean isUsable() {
    return usable;
  }

  @Override
  public void close() {
    usable = false;
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close the class loader of " + spec.name(), e);
    } finally {
      code.close();
    }
  }

  /** The JDK, and the interfaces of Lambda from the application. */
  private static final class Interfaces extends ClassLoader {
    Interfaces() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith(INTERFACES)) {
        return Class.forName(name, false, application());
      }
      throw new ClassNotFoundException(name);
    }

    private static ClassLoader application() {
      ClassLoader own = JavaEnvironment.class.getClassLoader();
      return own == null ? ClassLoader.getSystemClassLoader() : own;
    }
  }
}
