package io.boto4j.typed.check;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import io.boto4j.Client;
import io.boto4j.typed.Service;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** The services of the clients in a program, and of the stubbers over them. */
final class Clients extends Flow<Client> {
  Clients(UnitCheck unit) {
    super(unit);
  }

  /** Returns the client of an expression, or null if its service is not known. */
  @Nullable Found<Client> of(@Nullable TreePath path) {
    return path == null ? null : find(path);
  }

  @Override
  @Nullable Found<Client> ofElement(Element element) {
    Service service = element.getAnnotation(Service.class);
    String name = service == null ? injected(element) : service.value();
    return name == null ? null : known(name);
  }

  /** The service of a client that Spring injects. Its annotation is not on our class path. */
  private static @Nullable String injected(Element element) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      if (annotation.getAnnotationType().toString().equals(Api.AWS_CLIENT)) {
        for (AnnotationValue value : annotation.getElementValues().values()) {
          return value.getValue().toString(); // it has one member
        }
      }
    }
    return null;
  }

  @Override
  @Nullable Found<Client> ofCall(Call call) {
    TreePath receiver = call.receiver();
    return switch (call.owner()) {
      case Api.SESSION ->
          call.name().equals("client") && call.size() > 0 && !isSpecial(call) ? named(call) : null;
      case Api.CLIENT -> receiver != null && call.name().equals("with") ? find(receiver) : null;
      case Api.STUBBER ->
          call.name().equals("of")
              ? find(call.argument(0))
              : receiver == null ? null : find(receiver);
      case Api.RESOURCE -> call.name().equals("client") ? ofResource(receiver) : null;
      case "java.util.Objects" ->
          call.name().equals("requireNonNull") ? find(call.argument(0)) : null;
      default -> ofHelper(call);
    };
  }

  private @Nullable Found<Client> named(Flow.Call call) {
    String service = unit.constants().text(call.argument(0));
    return service == null ? null : known(service);
  }

  /** A method of the program that takes a name and returns a client, probably of this service. */
  private @Nullable Found<Client> ofHelper(Flow.Call call) {
    boolean clients = call.method().getReturnType().toString().equals(Api.CLIENT);
    Found<Client> found = clients && call.size() > 0 && !isSpecial(call) ? named(call) : null;
    return found == null ? null : new Found<>(found.value(), /* sure= */ false);
  }

  private @Nullable Found<Client> ofResource(@Nullable TreePath receiver) {
    Found<io.boto4j.resource.Resource> found =
        receiver == null ? null : unit.resources().find(receiver);
    return found == null ? null : found.with(found.value().client());
  }

  private @Nullable Found<Client> known(String service) {
    Client client = unit.services().find(service).client();
    return client == null ? null : new Found<>(client, true);
  }

  /**
   * Whether the options of a client select another version of the model, or turn off the validation
   * of parameters.
   */
  private static boolean isSpecial(Call call) {
    boolean[] special = new boolean[1];
    for (int i = 1; i < call.size(); i++) {
      new TreePathScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void visitMethodInvocation(
            MethodInvocationTree tree, @Nullable Void unused) {
          Tree select = tree.getMethodSelect();
          String name =
              select instanceof MemberSelectTree member ? member.getIdentifier().toString() : "";
          special[0] |= name.equals("apiVersion") || name.equals("parameterValidation");
          return super.visitMethodInvocation(tree, null);
        }
      }.scan(call.argument(i), null);
    }
    return special[0];
  }
}
