package io.boto4j.typed.bind;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls of the methods that an interface itself implements. Thread-safe.
 *
 * <p>{@code InvocationHandler.invokeDefault} calls only methods of interfaces that are accessible
 * from here, and an interface may be private to its package. It is used if the package is not open.
 */
final class DefaultMethods {
  private static final MethodType ANY =
      MethodType.methodType(Object.class, Object.class, Object[].class);

  private final Map<Method, MethodHandle> handles = new ConcurrentHashMap<>();

  /** Calls a method, and throws what it throws. */
  @Nullable Object call(Object instance, Method method, @Nullable Object[] arguments)
      throws Throwable {
    MethodHandle handle = handles.get(method);
    if (handle == null) {
      try {
        handle = handle(method);
      } catch (IllegalAccessException e) {
        return accessible(instance, method, arguments);
      }
      handles.put(method, handle);
    }
    return (Object) handle.invokeExact(instance, arguments);
  }

  private static MethodHandle handle(Method method) throws IllegalAccessException {
    Class<?> owner = method.getDeclaringClass();
    DefaultMethods.class.getModule().addReads(owner.getModule());
    return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
        .unreflectSpecial(method, owner)
        .asFixedArity()
        .asSpreader(Object[].class, method.getParameterCount())
        .asType(ANY);
  }

  private static @Nullable Object accessible(
      Object instance, Method method, @Nullable Object[] arguments) throws Throwable {
    try {
      return InvocationHandler.invokeDefault(instance, method, arguments);
    } catch (IllegalAccessException e) {
      Class<?> owner = method.getDeclaringClass();
      throw new IllegalStateException(
          owner.getSimpleName()
              + "."
              + method.getName()
              + " cannot be called. Open the package "
              + owner.getPackageName()
              + " to io.boto4j.typed, or make the interface public and export the package.",
          e);
    }
  }
}
