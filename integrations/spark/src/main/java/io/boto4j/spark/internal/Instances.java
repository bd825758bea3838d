package io.boto4j.spark.internal;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Map;

/** Instances of classes that options name. */
final class Instances {
  private Instances() {}

  /**
   * Creates an instance with the constructor that takes a map of options, or with the one without
   * arguments.
   */
  static <T> T create(String option, String className, Class<T> type, Map<String, String> options) {
    try {
      Class<? extends T> found = find(option, className, type);
      for (Constructor<?> constructor : found.getConstructors()) {
        if (constructor.getParameterCount() == 1
            && constructor.getParameterTypes()[0] == Map.class) {
          return type.cast(constructor.newInstance(options));
        }
      }
      if (!options.isEmpty()) {
        throw new IllegalArgumentException(
            place(option, className) + "has no public constructor that takes a Map of options.");
      }
      return found.getConstructor().newInstance();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(place(option, className) + "could not be created.", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          place(option, className)
              + "is not public or has no public constructor without arguments.",
          e);
    }
  }

  /** Finds the class, without creating an instance. */
  static <T> Class<? extends T> find(String option, String className, Class<T> type) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = context == null ? Instances.class.getClassLoader() : context;
    try {
      Class<?> found = Class.forName(className, true, loader);
      if (type.isAssignableFrom(found) && !Modifier.isAbstract(found.getModifiers())) {
        return found.asSubclass(type);
      }
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          place(option, className) + "is not on the class path of the driver and the executors.",
          e);
    }
    throw new IllegalArgumentException(
        place(option, className) + "does not implement " + type.getName() + ".");
  }

  private static String place(String option, String className) {
    return "The option '" + option + "': the class " + className + " ";
  }
}
