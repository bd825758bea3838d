package io.boto4j.reference.site;

import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.StructureShape;
import io.boto4j.reference.example.Boto3Names;
import io.boto4j.reference.example.Code;
import io.boto4j.reference.example.Example;
import io.boto4j.reference.example.Examples;
import io.boto4j.reference.example.Language;
import io.boto4j.reference.view.ErrorRow;
import io.boto4j.reference.view.Fact;
import io.boto4j.reference.view.Frame;
import io.boto4j.reference.view.Link;
import io.boto4j.reference.view.LinkGroup;
import io.boto4j.reference.view.Links;
import io.boto4j.reference.view.Mark;
import io.boto4j.reference.view.OperationView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the pages of operations. */
final class OperationPages {
  /** The most members of a request or response in the page itself. */
  private static final int MOST_MEMBERS = 100;

  private OperationPages() {}

  static Page page(ServiceFacts service, OperationModel operation) {
    OperationView view = view(service, operation);
    List<Link> contents = new ArrayList<>();
    contents.add(new Link("Example", "#example"));
    contents.add(new Link("Request", "#request"));
    contents.add(new Link("Response", "#response"));
    if (!view.errors().isEmpty()) {
      contents.add(new Link("Errors", "#errors"));
    }
    contents.add(new Link("See also", "#see-also"));
    Frame frame =
        new Frame(
            operation.name() + " – " + service.fullName(),
            Links.operation(service.name(), operation.name()),
            service.summary(operation.name()),
            List.of(
                new Link("Services", "../../../" + Links.HOME),
                new Link(service.fullName(), "../index.html"),
                new Link("Operations", "../index.html#operations")),
            contents,
            sidebar(service, operation.name()));
    return Templates.operation(frame, view);
  }

  private static OperationView view(ServiceFacts service, OperationModel operation) {
    ServiceModel model = service.model();
    List<String> names = model.operationNames();
    int index = names.indexOf(operation.name());
    List<ErrorRow> errors = new ArrayList<>();
    for (StructureShape error : operation.errors()) {
      errors.add(Errors.row(service, error, "../"));
    }
    List<Example> examples = Examples.of(model, operation);
    return new OperationView(
        operation.name(),
        spellings(operation, examples),
        marks(service, operation),
        service.operationText(operation.name()),
        examples,
        MemberTree.of(service, "request", operation.input(), MOST_MEMBERS),
        shape(operation.input()),
        MemberTree.of(service, "response", operation.output(), MOST_MEMBERS),
        shape(operation.output()),
        errors,
        SeeAlso.of(service, operation.name()),
        neighbour(names, index - 1),
        neighbour(names, index + 1));
  }

  private static List<Fact> spellings(OperationModel operation, List<Example> examples) {
    List<Fact> spellings = new ArrayList<>();
    spellings.add(Fact.of("boto4j", "client.call(\"" + operation.name() + "\", …)"));
    spellings.add(Fact.of("boto3", "client." + Boto3Names.of(operation.name()) + "(…)"));
    String cli = cli(examples);
    if (cli != null) {
      spellings.add(Fact.of("AWS CLI", cli));
    }
    spellings.add(Fact.of("HTTP", operation.httpMethod() + " " + operation.requestUri()));
    return spellings;
  }

  /** Returns the command, which is the first three words of each example; null without any. */
  private static @Nullable String cli(List<Example> examples) {
    for (Example example : examples) {
      Code code = example.code().get(Language.CLI);
      if (code != null) {
        String[] words = code.text().strip().split("\\s+", 4);
        return words.length < 3 ? null : words[0] + " " + words[1] + " " + words[2];
      }
    }
    return null;
  }

  static List<Mark> marks(ServiceFacts service, OperationModel operation) {
    List<Mark> marks = new ArrayList<>();
    if (operation.traits().flag("deprecated")) {
      marks.add(new Mark("deprecated", "deprecated", ""));
    }
    if (service.paginators().containsKey(operation.name())) {
      marks.add(new Mark("pages", "pages", "boto4j can fetch all pages"));
    }
    if (SeeAlso.waiters(service, operation.name()).size() > 0) {
      marks.add(new Mark("waiter", "waiter", "boto4j can wait for a state"));
    }
    if (operation.eventInput() != null || operation.eventOutput() != null) {
      marks.add(new Mark("stream of events", "stream", ""));
    }
    if (operation.traits().get("authtype") instanceof String auth && auth.equals("none")) {
      marks.add(new Mark("not signed", "plain", "Needs no credentials"));
    }
    return marks;
  }

  private static Link shape(@Nullable StructureShape shape) {
    if (shape == null) {
      return new Link("", "");
    }
    return new Link(
        shape.name(), ServiceFacts.hasPage(shape) ? "../shapes/" + shape.name() + ".html" : "");
  }

  private static Link neighbour(List<String> names, int index) {
    if (index < 0 || index >= names.size() || !Names.hasPage(names.get(index))) {
      return new Link("", "");
    }
    return new Link(names.get(index), names.get(index) + ".html");
  }

  /** Returns the sections of the service's page, and the operations of the same group. */
  private static List<LinkGroup> sidebar(ServiceFacts service, String operation) {
    List<LinkGroup> groups = new ArrayList<>();
    groups.add(new LinkGroup(service.fullName(), service.sections()));
    for (OperationGroup group : service.groups()) {
      if (group.operations().contains(operation)) {
        List<Link> links = new ArrayList<>();
        for (String name : group.operations()) {
          links.add(new Link(name, Names.hasPage(name) ? name + ".html" : ""));
        }
        groups.add(new LinkGroup(group.title(), links));
      }
    }
    return groups;
  }

  /** Returns the paginator of an operation, in the form of botocore's files; else null. */
  static @Nullable Map<?, ?> paginator(ServiceFacts service, String operation) {
    return service.paginators().get(operation) instanceof Map<?, ?> found ? found : null;
  }
}
