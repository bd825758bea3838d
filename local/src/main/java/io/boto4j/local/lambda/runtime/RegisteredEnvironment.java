package io.boto4j.local.lambda.runtime;

import io.boto4j.Json;
import io.boto4j.Structures;
import io.boto4j.local.LambdaContext;
import io.boto4j.local.LambdaHandler;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs a function that was registered in code, on the thread of the caller. */
public final class RegisteredEnvironment implements Environment {
  private final FunctionSpec spec;
  private final LambdaHandler.WithContext handler;

  /**
   * Creates an environment.
   *
   * @param spec describes the function
   * @param handler the function
   */
  public RegisteredEnvironment(FunctionSpec spec, LambdaHandler.WithContext handler) {
    this.spec = spec;
    this.handler = handler;
  }

  @Override
  public Outcome invoke(Invocation invocation) {
    try {
      Object result = handler.handle(event(invocation), new Context(spec, invocation));
      return Outcome.result(Json.write(result));
    } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      invocation.log().accept(JavaErrors.trace(e));
      return JavaErrors.outcome(e);
    }
  }

  private static @Nullable Object event(Invocation invocation) {
    Object event = Json.read(new String(invocation.payload(), StandardCharsets.UTF_8));
    if (!(event instanceof Map<?, ?> map)) {
      return event;
    }
    Map<String, Object> members = new LinkedHashMap<>();
    map.forEach((name, value) -> members.put(String.valueOf(name), value));
    return Structures.of(members);
  }

  @Override
  public boolean isUsable() {
    return true;
  }

  @Override
  public void close() {}

  private record Context(FunctionSpec spec, Invocation invocation) implements LambdaContext {
    @Override
    public String requestId() {
      return invocation.requestId();
    }

    @Override
    public String functionName() {
      return spec.name();
    }

    @Override
    public String functionVersion() {
      return spec.version();
    }

    @Override
    public String invokedFunctionArn() {
      return invocation.arn();
    }

    @Override
    public String account() {
      return spec.account();
    }

    @Override
    public String region() {
      return spec.region();
    }

    @Override
    public void log(String line) {
      invocation.log().accept(line);
    }
  }
}
