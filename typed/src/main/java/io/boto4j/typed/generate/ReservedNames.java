package io.boto4j.typed.generate;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** Names that generated types and methods must not have, because they already mean something. */
final class ReservedNames {
  /** The classes of {@code java.lang}, as of Java 25: a type must not hide them in its package. */
  static final Set<String> JAVA_LANG =
      names(
          """
          AbstractMethodError Appendable ApplicationShutdownHooks ArithmeticException
          ArrayIndexOutOfBoundsException ArrayStoreException AssertionError AutoCloseable
          Boolean BootstrapMethodError Byte CharSequence Character Class ClassCastException
          ClassCircularityError ClassFormatError ClassLoader ClassNotFoundException ClassValue
          CloneNotSupportedException Cloneable Comparable Compiler Deprecated Double Enum
          EnumConstantNotPresentException Error Exception ExceptionInInitializerError Float
          FunctionalInterface IO IllegalAccessError IllegalAccessException
          IllegalArgumentException IllegalCallerException IllegalMonitorStateException
          IllegalStateException IllegalThreadStateException IncompatibleClassChangeError
          IndexOutOfBoundsException InheritableThreadLocal InstantiationError
          InstantiationException Integer InternalError InterruptedException Iterable
          LayerInstantiationException LinkageError Long MatchException Math Module ModuleLayer
          NegativeArraySizeException NoClassDefFoundError NoSuchFieldError
          NoSuchFieldException NoSuchMethodError NoSuchMethodException NullPointerException
          Number NumberFormatException Object OutOfMemoryError Override Package Process
          ProcessBuilder ProcessHandle Readable Record ReflectiveOperationException Runnable
          Runtime RuntimeException RuntimePermission SafeVarargs ScopedValue SecurityException
          SecurityManager Short StableValue StackOverflowError StackTraceElement StackWalker
          StrictMath String StringBuffer StringBuilder StringIndexOutOfBoundsException
          StringTemplate SuppressWarnings System Thread ThreadDeath ThreadGroup ThreadLocal
          Throwable TypeNotPresentException UnknownError UnsatisfiedLinkError
          UnsupportedClassVersionError UnsupportedOperationException VerifyError
          VirtualMachineError Void WrongThreadException
          """);

  /** The types that generated sources import, and those that they have within others. */
  static final Set<String> IMPORTED =
      names(
          """
          Known Later Text
          ArrayList Arrays BiConsumer CallOptions Client Collection Collections
          CompletableFuture Consumer EventStream Function HasMembers HttpBody InputStream
          Instant Items LinkedHashMap LinkedHashSet List Map Params Path Response
          ResponseMetadata ResponseStream Set Structure Structures
          """);

  /** The methods of objects. */
  static final Set<String> OBJECT_METHODS =
      names(
          """
          clone equals finalize getClass hashCode notify notifyAll toString wait
          """);

  private ReservedNames() {}

  /** Returns the words of a text as a set. */
  static Set<String> names(String text) {
    Set<String> names = new HashSet<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        names.add(text.substring(start, i));
        start = i + 1;
      }
    }
    names.remove("");
    return Collections.unmodifiableSet(names);
  }
}
