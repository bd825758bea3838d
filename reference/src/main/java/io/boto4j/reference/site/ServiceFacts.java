package io.boto4j.reference.site;

import io.boto4j.model.Documentation;
import io.boto4j.model.ModelException;
import io.boto4j.model.ModelPart;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import io.boto4j.model.derived.ServiceResources;
import io.boto4j.model.resource.ResourceDefinitions;
import io.boto4j.reference.text.AwsHtml;
import io.boto4j.reference.text.LinkResolver;
import io.boto4j.reference.text.SafeHtml;
import io.boto4j.reference.text.Summary;
import io.boto4j.reference.view.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A service, with what several of its pages need: its texts as markup, the groups of its
 * operations, and where shapes are used. Thread-safe.
 */
final class ServiceFacts {
  private final ServiceModel model;
  private final Documentation documentation;
  private final Set<String> operations;

  /** The texts of members by shape and member. Pages of operations and shapes share them. */
  private final Map<String, SafeHtml> texts = new ConcurrentHashMap<>();

  // Each created on first use; threads that race may each create one.
  private volatile @Nullable List<OperationGroup> groups;
  private volatile @Nullable List<StructureShape> errors;
  private volatile @Nullable ShapeUses uses;
  private volatile @Nullable Page overview;
  private volatile @Nullable ResourceDefinitions resources;
  private volatile @Nullable ResourceUses resourceUses;

  ServiceFacts(ServiceModel model) {
    this.model = model;
    this.documentation = model.documentation();
    this.operations = new HashSet<>(model.operationNames());
  }

  ServiceModel model() {
    return model;
  }

  String name() {
    return model.name();
  }

  /** Returns the full name, such as {@code Amazon DynamoDB}. */
  String fullName() {
    String full = model.metadata().text("serviceFullName");
    return full == null ? model.serviceId() : full;
  }

  Documentation documentation() {
    return documentation;
  }

  /** Returns the operation with exactly this name. */
  @Nullable OperationModel operation(String name) {
    return operations.contains(name) ? model.operation(name) : null;
  }

  /** Returns the shape with a page of its own: a structure or an enumeration. */
  @Nullable Shape shape(String name) {
    Shape shape = model.findShape(name);
    return shape != null && hasPage(shape) ? shape : null;
  }

  /** Returns the sections of the service's page, for the side bar of another page. */
  List<Link> sections() {
    List<Link> links = new ArrayList<>();
    links.add(new Link("Overview", "../index.html"));
    links.add(new Link("All operations", "../index.html#operations"));
    if (!errors().isEmpty()) {
      links.add(new Link("Errors", "../index.html#errors"));
    }
    return links;
  }

  /** Returns the errors, sorted by their codes. */
  List<StructureShape> errors() {
    List<StructureShape> created = errors;
    if (created == null) {
      created = new ArrayList<>();
      for (String name : model.shapeNames()) {
        if (model.findShape(name) instanceof StructureShape shape && shape.isError()) {
          created.add(shape);
        }
      }
      created.sort(Comparator.comparing(StructureShape::errorCode));
      errors = created;
    }
    return created;
  }

  /** Returns whether the service's page lists a shape: neither an error nor of one operation. */
  boolean lists(String name) {
    Shape shape = shape(name);
    boolean error = shape instanceof StructureShape structure && structure.isError();
    return shape != null && !error && !uses().belongsToOneOperation(name);
  }

  static boolean hasPage(Shape shape) {
    return Names.hasPage(shape.name())
        && (shape instanceof StructureShape || shape.traits().get("enum") instanceof List<?>);
  }

  /** Returns the description of the service, for a page in the folder of the service. */
  SafeHtml description() {
    String text = documentation.service();
    String title = "<fullname>" + fullName() + "</fullname>";
    return AwsHtml.of(text == null ? null : text.replace(title, ""), links(""));
  }

  SafeHtml operationText(String operation) {
    return AwsHtml.of(documentation.operation(operation), links("../"));
  }

  /** Returns the description of a shape, for a page from which {@code up} leads to the folder. */
  SafeHtml shapeText(String shape, String up) {
    return AwsHtml.of(documentation.shape(shape), links(up));
  }

  SafeHtml memberText(String shape, String member) {
    return texts.computeIfAbsent(
        shape + "\n" + member,
        key -> AwsHtml.of(documentation.member(shape, member), links("../")));
  }

  String summary(String operation) {
    return Summary.of(documentation.operation(operation));
  }

  String summaryOfService() {
    return Summary.of(documentation.service());
  }

  private LinkResolver links(String up) {
    return name -> {
      if (!Names.hasPage(name)) {
        return null;
      }
      if (operations.contains(name)) {
        return up + "operations/" + name + ".html";
      }
      return shape(name) == null ? null : up + "shapes/" + name + ".html";
    };
  }

  Map<String, Object> paginators() {
    return model.part(ModelPart.PAGINATORS);
  }

  Map<String, Object> waiters() {
    return model.part(ModelPart.WAITERS);
  }

  /** Returns the page of the service, which is kept: that of EC2 takes a third of a second. */
  Page overview(Services services) {
    Page created = overview;
    if (created == null) {
      created = ServiceOverview.page(services, this);
      overview = created;
    }
    return created;
  }

  List<OperationGroup> groups() {
    List<OperationGroup> created = groups;
    if (created == null) {
      created = OperationGroups.of(model.operationNames());
      groups = created;
    }
    return created;
  }

  ShapeUses uses() {
    ShapeUses created = uses;
    if (created == null) {
      created = ShapeUses.of(model);
      uses = created;
    }
    return created;
  }

  ResourceUses resourceUses() {
    ResourceUses created = resourceUses;
    if (created == null) {
      created = ResourceUses.of(resources());
      resourceUses = created;
    }
    return created;
  }

  /** Returns the resources; none if a file of the user's own does not fit the model. */
  ResourceDefinitions resources() {
    ResourceDefinitions created = resources;
    if (created == null) {
      try {
        created = ServiceResources.of(model);
      } catch (ModelException e) {
        created = ResourceDefinitions.empty(model);
      }
      resources = created;
    }
    return created;
  }
}
