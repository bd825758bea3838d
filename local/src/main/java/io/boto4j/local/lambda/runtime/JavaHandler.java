package io.boto4j.local.lambda.runtime;

import io.boto4j.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The method of a Java function that handles events. */
final class JavaHandler {
  private static final String CONTEXT = "com.amazonaws.services.lambda.runtime.Context";

  private final @Nullable Object instance;
  private final Method method;

  private JavaHandler(@Nullable Object instance, Method method) {
    this.instance = instance;
    this.method = method;
  }

  /** Signals a handler that does not exist or cannot be called. */
  static final class Unsuitable extends Exception {
    private static final long serialVersionUID = 1L;
    private final String type;

    Unsuitable(String type, String message) {
      super(message);
      this.type = type;
    }

    String type() {
      return type;
    }
  }

  static JavaHandler find(FunctionSpec spec, ClassLoader loader) throws Unsuitable, Throwable {
    String handler = spec.handler();
    int colons = handler.indexOf("::");
    String className = colons < 0 ? handler : handler.substring(0, colons);
    String methodName = colons < 0 ? "handleRequest" : handler.substring(colons + 2);
    Class<?> type;
    try {
      type = Class.forName(className, true, loader);
    } catch (ClassNotFoundException e) {
      throw new Unsuitable("java.lang.ClassNotFoundException", "Class not found: " + className);
    }
    // The method with the most parameters wins; of equals, one that takes a context.
    Method method =
        Arrays.stream(type.getMethods())
            .filter(each -> each.getName().equals(methodName) && !each.isBridge())
            .filter(each -> !Modifier.isAbstract(each.getModifiers()))
            .max(
                Comparator.<Method>comparingInt(Method::getParameterCount)
                    .thenComparing(JavaHandler::takesContext))
            .orElse(null);
    if (method == null) {
      throw new Unsuitable(
          "java.lang.NoSuchMethodException",
          "No public method named "
              + methodName
              + " with appropriate method signature found on"
              + " class "
              + className);
    }
    method.setAccessible(true);
    Object instance = null;
    if (!Modifier.isStatic(method.getModifiers())) {
      try {
        instance = type.getConstructor().newInstance();
      } catch (NoSuchMethodException e) {
        throw new Unsuitable(
            "java.lang.NoSuchMethodException",
            "Class " + className + " has no public zero-argument constructor");
      } catch (InvocationTargetException e) {
        throw cause(e);
      }
    }
    return new JavaHandler(instance, method);
  }

  private static boolean takesContext(Method method) {
    Class<?>[] parameters = method.getParameterTypes();
    return parameters.length > 0 && parameters[parameters.length - 1].getName().equals(CONTEXT);
  }

  private static Throwable cause(InvocationTargetException e) {
    Throwable cause = e.getCause();
    return cause == null ? e : cause;
  }

  Outcome invoke(FunctionSpec spec, Invocation invocation) throws Throwable {
    Type[] types = method.getGenericParameterTypes();
    Class<?>[] parameters = method.getParameterTypes();
    @Nullable Object[] arguments = new Object[parameters.length];
    int plain = parameters.length;
    if (takesContext(method)) {
      plain--;
      arguments[plain] = JavaContext.of(parameters[plain], spec, invocation);
    }
    if (plain > 0 && List.of(parameters).contains(InputStream.class)) {
      return stream(invocation, parameters, arguments, plain);
    }
    if (plain > 1) {
      throw new Unsuitable(
          "java.lang.NoSuchMethodException", "The handler has too many parameters: " + method);
    }
    if (plain == 1) {
      String text = new String(invocation.payload(), StandardCharsets.UTF_8);
      arguments[0] = Beans.read(Json.read(text), types[0]);
    }
    return Outcome.result(Json.write(Beans.write(call(arguments))));
  }

  private Outcome stream(
      Invocation invocation, Class<?>[] parameters, @Nullable Object[] arguments, int plain)
      throws Throwable {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < plain; i++) {
      if (parameters[i] == InputStream.class) {
        arguments[i] = new ByteArrayInputStream(invocation.payload());
      } else if (parameters[i] == OutputStream.class) {
        arguments[i] = out;
      }
    }
    call(arguments);
    return new Outcome(out.toByteArray(), false);
  }

  private @Nullable Object call(@Nullable Object[] arguments) throws Throwable {
    try {
      return method.invoke(instance, arguments);
    } catch (InvocationTargetException e) {
      throw cause(e);
    }
  }
}
