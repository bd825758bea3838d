package io.boto4j.spring.internal.actuator;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartFactoryBean;
import org.springframework.util.ClassUtils;

/**
 * The factory of the health indicator of Spring Boot 3.
 *
 * <p>Its types exist there only, and this module is compiled against Spring Boot 4: they are found
 * by name. The check is created late, because the container creates a factory early to learn the
 * type of its product.
 */
final class OldHealthIndicator implements SmartFactoryBean<Object> {
  static final String INDICATOR = "org.springframework.boot.actuate.health.HealthIndicator";
  private static final String BUILDER = "org.springframework.boot.actuate.health.Health$Builder";

  private final Supplier<HealthCheck> check;
  private final Class<?> type;
  private final Class<?> builder;

  OldHealthIndicator(Supplier<HealthCheck> check, @Nullable ClassLoader loader) {
    this.check = check;
    this.type = ClassUtils.resolveClassName(INDICATOR, loader);
    this.builder = ClassUtils.resolveClassName(BUILDER, loader);
  }

  @Override
  public Class<?> getObjectType() {
    return type;
  }

  @Override
  public boolean isEagerInit() {
    return true; // an unknown call fails the start
  }

  @Override
  public Object getObject() {
    Handler handler = new Handler(check.get(), builder);
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }

  /** The methods of the indicator. */
  private record Handler(HealthCheck check, Class<?> builder) implements InvocationHandler {
    @Override
    public @Nullable Object invoke(
        Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
      return switch (method.getName()) {
        case "health" -> health();
        case "equals" -> arguments != null && proxy == arguments[0];
        case "hashCode" -> System.identityHashCode(proxy);
        case "toString" -> "boto4jHealthIndicator";
        default -> InvocationHandler.invokeDefault(proxy, method, arguments);
      };
    }

    private Object health() throws ReflectiveOperationException {
      HealthCheck.Result result = check.run();
      Object health = builder.getConstructor().newInstance();
      builder.getMethod("withDetails", Map.class).invoke(health, result.details());
      if (result.error() == null) {
        builder.getMethod("up").invoke(health);
      } else {
        builder.getMethod("down", Throwable.class).invoke(health, result.error());
      }
      return builder.getMethod("build").invoke(health);
    }
  }
}
