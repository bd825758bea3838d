package io.boto4j.local.lambda.runtime;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The context of Java functions: an instance of the interface that their class loader has. */
final class JavaContext implements InvocationHandler {
  private final FunctionSpec spec;
  private final Invocation invocation;
  private final long end;

  private JavaContext(FunctionSpec spec, Invocation invocation) {
    this.spec = spec;
    this.invocation = invocation;
    this.end = System.nanoTime() + spec.timeout().toNanos();
  }

  static Object of(Class<?> type, FunctionSpec spec, Invocation invocation) {
    return proxy(type, new JavaContext(spec, invocation));
  }

  private static Object proxy(Class<?> type, InvocationHandler handler) {
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    return switch (method.getName()) {
      case "getAwsRequestId" -> invocation.requestId();
      case "getLogGroupName" -> spec.logGroup();
      case "getLogStreamName" -> spec.logStream();
      case "getFunctionName" -> spec.name();
      case "getFunctionVersion" -> spec.version();
      case "getInvokedFunctionArn" -> invocation.arn();
      case "getMemoryLimitInMB" -> spec.memory();
      case "getRemainingTimeInMillis" -> (int) Math.max(0, (end - System.nanoTime()) / 1_000_000);
      case "getLogger" -> proxy(method.getReturnType(), this::log);
      case "equals" -> arguments != null && proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      case "toString" -> "Context[" + invocation.requestId() + "]";
      default ->
          method.isDefault() ? InvocationHandler.invokeDefault(proxy, method, arguments) : null;
    };
  }

  /** The logger: {@code log} with a text or bytes, and possibly a level. */
  private @Nullable Object log(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
    Object first = Optional.ofNullable(arguments).map(given -> given[0]).orElse(null);
    return switch (method.getName()) {
      case "log" -> {
        String text =
            first instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : String.valueOf(first);
        invocation.log().accept(text.stripTrailing());
        yield null;
      }
      case "equals" -> proxy == first;
      case "hashCode" -> System.identityHashCode(proxy);
      case "toString" -> "LambdaLogger[" + spec.name() + "]";
      default -> null;
    };
  }
}
