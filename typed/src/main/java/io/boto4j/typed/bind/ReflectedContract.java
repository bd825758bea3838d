package io.boto4j.typed.bind;

import io.boto4j.typed.Await;
import io.boto4j.typed.Default;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.Service;
import io.boto4j.typed.contract.Contract;
import io.boto4j.typed.contract.DefaultContract;
import io.boto4j.typed.contract.MethodContract;
import io.boto4j.typed.contract.Named;
import io.boto4j.typed.contract.ParameterContract;
import io.boto4j.typed.shape.ReflectedType;
import io.boto4j.typed.shape.TypeVariables;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the description of an annotated interface by reflection. The sites of methods are methods.
 */
final class ReflectedContract {
  private final TypeVariables variables;

  private ReflectedContract(Class<?> type) {
    this.variables = TypeVariables.of(type);
  }

  /** Returns the description of an interface. */
  static Contract of(Class<?> type) {
    ReflectedContract reader = new ReflectedContract(type);
    List<MethodContract> methods = new ArrayList<>();
    for (Method each : type.getMethods()) {
      if (isBound(each, type)) {
        methods.add(reader.method(each));
      }
    }
    methods.sort(MethodContract.ORDER);
    return new Contract(type.getSimpleName(), service(type), methods, type);
  }

  /** Whether a method is part of the description: it has no body, or annotations all the same. */
  private static boolean isBound(Method method, Class<?> type) {
    if (Modifier.isStatic(method.getModifiers()) || method.isBridge()) {
      return false;
    }
    return method.isDefault()
        ? isAnnotated(method)
        : !isOfObject(method) && (isAnnotated(method) || !isClose(method, type));
  }

  private static boolean isAnnotated(Method method) {
    return method.isAnnotationPresent(Operation.class)
        || method.isAnnotationPresent(Await.class)
        || method.isAnnotationPresent(Result.class)
        || method.getAnnotationsByType(Default.class).length > 0;
  }

  /** Whether a method closes the clients of an instance. */
  static boolean isClose(Method method, Class<?> type) {
    return method.getName().equals("close")
        && method.getParameterCount() == 0
        && AutoCloseable.class.isAssignableFrom(type);
  }

  private static boolean isOfObject(Method method) {
    try {
      Object.class.getMethod(method.getName(), method.getParameterTypes());
      return true;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  private MethodContract method(Method method) {
    Operation operation = method.getAnnotation(Operation.class);
    Await waiter = method.getAnnotation(Await.class);
    Result result = method.getAnnotation(Result.class);
    return new MethodContract(
        method.getName(),
        service(method),
        operation == null ? null : new Named(operation.value(), method),
        waiter == null ? null : new Named(waiter.value(), method),
        result == null ? null : new Named(result.value(), method),
        defaults(method),
        parameters(method),
        type(method.getGenericReturnType()),
        method.getTypeParameters().length > 0,
        method.isDefault(),
        method);
  }

  private static @Nullable Named service(AnnotatedElement element) {
    Service service = element.getAnnotation(Service.class);
    return service == null ? null : new Named(service.value(), element);
  }

  private static List<DefaultContract> defaults(Method method) {
    List<DefaultContract> defaults = new ArrayList<>();
    for (Default each : method.getAnnotationsByType(Default.class)) {
      defaults.add(
          new DefaultContract(new Named(each.param(), method), new Named(each.value(), method)));
    }
    return defaults;
  }

  private List<ParameterContract> parameters(Method method) {
    List<ParameterContract> parameters = new ArrayList<>();
    Type[] types = method.getGenericParameterTypes();
    for (Parameter each : method.getParameters()) {
      Param param = each.getAnnotation(Param.class);
      parameters.add(
          new ParameterContract(
              param == null ? null : new Named(param.value(), each),
              type(types[parameters.size()]),
              each));
    }
    return parameters;
  }

  private ReflectedType type(Type type) {
    return ReflectedType.of(variables.resolve(type));
  }
}
