package io.boto4j.spring.internal.actuator;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartFactoryBean;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * The health indicator of Spring Boot 3.
 *
 * <p>Its types exist there only, and this module is compiled against Spring Boot 4: they are found
 * by name.
 */
final class OldHealthIndicator implements SmartFactoryBean<Object>, InvocationHandler {
  static final String INDICATOR = "org.springframework.boot.actuate.health.HealthIndicator";
  private static final String BUILDER = "org.springframework.boot.actuate.health.Health$Builder";

  /** Created late: the container creates a factory early, to learn the type of its product. */
  private final Supplier<HealthCheck> check;

  private final Class<?> type;
  private final Class<?> builder;

  OldHealthIndicator(Supplier<HealthCheck> check, @Nullable ClassLoader loader) {
    this.check = SingletonSupplier.of(check);
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
    check.get();
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, method, arguments);
    }
    return method.getName().equals("health")
        ? health()
        : InvocationHandler.invokeDefault(proxy, method, arguments);
  }

  private Object health() throws ReflectiveOperationException {
    HealthCheck.Result result = check.get().run();
    Object health = builder.getConstructor().newInstance();
    builder.getMethod("withDetails", Map.class).invoke(health, result.details());
    if (result.error() == null) {
      builder.getMethod("up").invoke(health);
    } else {
      builder.getMethod("down", Throwable.class).invoke(health, result.error());
    }
    return builder.getMethod("build").invoke(health);
  }

  private static Object ofObject(Object proxy, Method method, @Nullable Object[] arguments) {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "Boto4jHealthIndicator";
    };
  }
}
