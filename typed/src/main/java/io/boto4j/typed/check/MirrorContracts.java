package io.boto4j.typed.check;

import io.boto4j.model.ServiceModel;
import io.boto4j.typed.contract.Contract;
import io.boto4j.typed.contract.ContractCheck;
import io.boto4j.typed.contract.DefaultContract;
import io.boto4j.typed.contract.MethodContract;
import io.boto4j.typed.contract.Named;
import io.boto4j.typed.contract.ParameterContract;
import io.boto4j.typed.contract.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** The check of the annotated interfaces in the sources that the compiler compiles. */
final class MirrorContracts {
  private static final String PACKAGE = "io.boto4j.typed.";

  private final TypeElement type;
  private final Elements elements;
  private final Types types;

  private MirrorContracts(TypeElement type, Elements elements, Types types) {
    this.type = type;
    this.elements = elements;
    this.types = types;
  }

  /**
   * Checks an interface if it has a method with {@code @Operation} or {@code @Await}. One that has
   * type parameters is checked by the interfaces that extend it.
   *
   * @param type any type
   * @param elements the elements of the compiler
   * @param types the types of the compiler
   * @param models returns the model of a service, or null for an unknown one, which is not reported
   * @return the problems, whose sites are {@link MirrorSite}s
   */
  static List<Problem> check(
      TypeElement type,
      Elements elements,
      Types types,
      Function<String, @Nullable ServiceModel> models) {
    MirrorContracts reader = new MirrorContracts(type, elements, types);
    if (type.getKind() != ElementKind.INTERFACE
        || !type.getTypeParameters().isEmpty()
        || !reader.isContract()) {
      return List.of();
    }
    return ContractCheck.of(
        reader.contract(),
        (declared, problems) -> declared == null ? null : models.apply(declared));
  }

  private boolean isContract() {
    for (ExecutableElement method : methods()) {
      if (annotation(method, "Operation") != null || annotation(method, "Await") != null) {
        return true;
      }
    }
    return false;
  }

  private List<ExecutableElement> methods() {
    return ElementFilter.methodsIn(elements.getAllMembers(type));
  }

  private Contract contract() {
    List<MethodContract> methods = new ArrayList<>();
    for (ExecutableElement each : methods()) {
      if (isBound(each) && !hasErrors(typeOf(each))) {
        methods.add(method(each));
      }
    }
    methods.sort(MethodContract.ORDER);
    return new Contract(
        type.getSimpleName().toString(), value(type, "Service"), methods, site(type));
  }

  private ExecutableType typeOf(ExecutableElement method) {
    return (ExecutableType) types.asMemberOf((DeclaredType) type.asType(), method);
  }

  /** The compiler reports types that do not exist. */
  private static boolean hasErrors(ExecutableType method) {
    boolean errors = method.getReturnType().getKind() == TypeKind.ERROR;
    for (TypeMirror each : method.getParameterTypes()) {
      errors |= each.getKind() == TypeKind.ERROR;
    }
    return errors;
  }

  private boolean isBound(ExecutableElement method) {
    Element owner = method.getEnclosingElement();
    if (owner == null
        || !owner.getKind().isInterface()
        || method.getModifiers().contains(Modifier.STATIC)
        || method.getModifiers().contains(Modifier.PRIVATE)) {
      return false;
    }
    return method.isDefault()
        ? isAnnotated(method)
        : !isOfObject(method) && (isAnnotated(method) || !isClose(method));
  }

  private static boolean isAnnotated(ExecutableElement method) {
    return annotation(method, "Operation") != null
        || annotation(method, "Await") != null
        || annotation(method, "Result") != null
        || !defaults(method).isEmpty();
  }

  private boolean isClose(ExecutableElement method) {
    return method.getSimpleName().contentEquals("close")
        && method.getParameters().isEmpty()
        && MirrorType.of(type.asType()).is("java.lang.AutoCloseable");
  }

  private boolean isOfObject(ExecutableElement method) {
    TypeElement object = elements.getTypeElement("java.lang.Object");
    for (ExecutableElement each : ElementFilter.methodsIn(object.getEnclosedElements())) {
      if (each.getModifiers().contains(Modifier.PUBLIC)
          && each.getSimpleName().equals(method.getSimpleName())
          && types.isSubsignature(
              (ExecutableType) method.asType(), (ExecutableType) each.asType())) {
        return true;
      }
    }
    return false;
  }

  private MethodContract method(ExecutableElement method) {
    return new MethodContract(
        method.getSimpleName().toString(),
        value(method, "Service"),
        value(method, "Operation"),
        value(method, "Await"),
        value(method, "Result"),
        defaults(method),
        parameters(method),
        MirrorType.of(typeOf(method).getReturnType()),
        !method.getTypeParameters().isEmpty(),
        method.isDefault(),
        site(method));
  }

  private static List<DefaultContract> defaults(ExecutableElement method) {
    List<MirrorAnnotation> found = new ArrayList<>();
    MirrorAnnotation single = annotation(method, "Default");
    MirrorAnnotation several = annotation(method, "Default.All");
    if (single != null) {
      found.add(single);
    }
    if (several != null) {
      found.addAll(several.list("value"));
    }
    List<DefaultContract> defaults = new ArrayList<>();
    for (MirrorAnnotation each : found) {
      Named member = each.named("param");
      Named value = each.named("value");
      if (member != null && value != null) {
        defaults.add(new DefaultContract(member, value));
      }
    }
    return defaults;
  }

  private List<ParameterContract> parameters(ExecutableElement method) {
    List<ParameterContract> parameters = new ArrayList<>();
    List<? extends TypeMirror> parameterTypes = typeOf(method).getParameterTypes();
    for (int i = 0; i < parameterTypes.size(); i++) {
      Element parameter = method.getParameters().get(i);
      parameters.add(
          new ParameterContract(
              value(parameter, "Param"), MirrorType.of(parameterTypes.get(i)), site(parameter)));
    }
    return parameters;
  }

  private static @Nullable Named value(Element element, String annotation) {
    MirrorAnnotation found = annotation(element, annotation);
    return found == null ? null : found.named("value");
  }

  private static @Nullable MirrorAnnotation annotation(Element element, String name) {
    return MirrorAnnotation.of(element, PACKAGE + name);
  }

  private static MirrorSite site(Element element) {
    return new MirrorSite(element, null, null);
  }
}
