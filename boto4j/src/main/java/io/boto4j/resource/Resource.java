package io.boto4j.resource;

import io.boto4j.Client;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.Waiter;
import io.boto4j.error.ResourceLoadException;
import io.boto4j.error.ResourceNotFoundException;
import io.boto4j.error.ServiceException;
import io.boto4j.error.UnknownResourceException;
import io.boto4j.model.resource.Identifier;
import io.boto4j.model.resource.ResourceCall;
import io.boto4j.model.resource.ResourceLink;
import io.boto4j.model.resource.ResourceResult;
import io.boto4j.model.resource.SnakeCase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A resource of AWS, such as a bucket, a table or an instance; or a service, from which they are
 * reached. boto3's {@code resource}.
 *
 * <pre>{@code
 * Resource s3 = session.resource("s3");
 * Resource bucket = s3.resource("Bucket", "my-bucket");
 * bucket.action("put_object", Params.of("Key", "hello.txt", "Body", "Hello"));
 * for (Resource object : bucket.collection("objects").filter(Params.of("Prefix", "logs/"))) {
 *   System.out.println(object.text("key") + " " + object.longInteger("size"));
 * }
 * }</pre>
 *
 * <p>A resource has identifiers, which are given when it is created, without a call. It has data,
 * whose members are its attributes: they are requested when the first one is read, kept, and
 * discarded when the resource carries out an action. Data that comes from a collection or an action
 * is kept as it is: an attribute that it lacks is null until {@link #reload()}.
 *
 * <p>All names may be spelled as boto3 spells them or as AWS does: {@code creation_date} and {@code
 * CreationDate} are the same attribute. {@link #explain()} lists what a resource has. {@code
 * docs/resources.md} describes the definitions, and how to add one's own.
 *
 * <p>Unlike boto3's, a resource is safe for use by multiple threads. Two resources are equal if
 * their service, type and identifiers are.
 */
public final class Resource {
  private final ServiceContext service;
  private final TypeModel model;
  private final Map<String, Object> identifiers;
  private final Scope scope = new OwnScope();

  /** The data; null until it is loaded, and after an action. */
  private volatile @Nullable Structure data;

  Resource(
      ServiceContext service,
      TypeModel model,
      Map<String, Object> identifiers,
      @Nullable Structure data) {
    this.service = service;
    this.model = model;
    this.identifiers = Collections.unmodifiableMap(new LinkedHashMap<>(identifiers));
    this.data = data;
  }

  /**
   * Returns the resource of a client's service. {@code Session.resource} is the usual way to it.
   *
   * @param client the client that makes the calls; the resource does not close it
   * @return the service
   * @throws UnknownResourceException if the service has no resources
   * @throws io.boto4j.model.ModelException if definitions on the data path are malformed or do not
   *     fit the model
   */
  public static Resource of(Client client) {
    ServiceContext context = ServiceContext.of(client);
    return new Resource(context, context.types().root(), Map.of(), null);
  }

  /**
   * Returns the name of the service.
   *
   * @return the name, such as {@code s3}
   */
  public String service() {
    return service.client().service();
  }

  /**
   * Returns the name of the type.
   *
   * @return the name, such as {@code Bucket}; {@code ServiceResource} for the service
   */
  public String type() {
    return model.type().name();
  }

  /**
   * Returns the client that makes the calls of this resource.
   *
   * @return the client; for DynamoDB, one that takes and returns plain values
   */
  public Client client() {
    return service.client();
  }

  /** Returns the service that the resources belong to. */
  Resource root() {
    return new Resource(service, service.types().root(), Map.of(), null);
  }

  /** Returns the client that the resources were created from. */
  Client plainClient() {
    return service.plainClient();
  }

  /**
   * Returns the identifiers.
   *
   * @return the values by their names in snake case, such as {@code bucket_name}, in order;
   *     unmodifiable
   */
  public Map<String, Object> identifiers() {
    Map<String, Object> named = new LinkedHashMap<>();
    identifiers.forEach((name, value) -> named.put(SnakeCase.of(name), value));
    return Collections.unmodifiableMap(named);
  }

  /**
   * Returns facts about this resource: boto3's {@code meta}.
   *
   * @return the facts at this moment
   */
  public ResourceMeta meta() {
    List<String> names = new ArrayList<>(identifiers().keySet());
    return new ResourceMeta(service(), names, client(), data, model.type());
  }

  /**
   * Tells whether the type was derived from the model of the service, rather than defined by boto3
   * or in a user's file.
   *
   * @return whether it was derived
   */
  public boolean isDerived() {
    return model.type().isDerived();
  }

  // Data.

  /**
   * Requests the data of this resource, even if it has data already.
   *
   * @return this resource
   * @throws ResourceLoadException if the type has no operation that gets the data
   * @throws ResourceNotFoundException if the response does not contain this resource
   * @throws ServiceException if the service returns an error, such as that of a missing resource
   */
  public Resource load() {
    return load(Map.of());
  }

  /**
   * Requests the data of this resource, with further parameters.
   *
   * @param parameters parameters of the operation, which override those that are filled in
   * @return this resource
   * @throws ResourceLoadException if the type has no operation that gets the data
   * @throws ResourceNotFoundException if the response does not contain this resource
   * @throws ServiceException if the service returns an error, such as that of a missing resource
   */
  public Resource load(Map<String, ?> parameters) {
    data = requested(parameters);
    return this;
  }

  /**
   * Requests the data of this resource again. The same as {@link #load()}.
   *
   * @return this resource
   * @throws ResourceLoadException if the type has no operation that gets the data
   * @throws ResourceNotFoundException if the response does not contain this resource
   * @throws ServiceException if the service returns an error, such as that of a missing resource
   */
  public Resource reload() {
    return load();
  }

  /**
   * Tells whether this resource exists, by loading it.
   *
   * @return true after the data was loaded; false if the service reports that there is no such
   *     resource
   * @throws ResourceLoadException if the type has no operation that gets the data
   * @throws ServiceException if the service returns another error
   */
  public boolean exists() {
    try {
      load();
      return true;
    } catch (ResourceNotFoundException e) {
      return false;
    } catch (ServiceException e) {
      if (NotFoundErrors.include(e)) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Tells whether this resource has data, so that attributes are read without a call.
   *
   * @return whether it has
   */
  public boolean isLoaded() {
    return data != null;
  }

  /**
   * Returns the data, which is requested if this resource has none.
   *
   * @return the data, with the accessors of a structure
   * @throws ResourceLoadException if there is no data, and no operation that gets it
   * @throws ResourceNotFoundException if the response does not contain this resource
   * @throws ServiceException if the service returns an error
   */
  public Structure data() {
    Structure known = data;
    if (known == null) {
      known = requested(Map.of());
      data = known;
    }
    return known;
  }

  private Structure requested(Map<String, ?> parameters) {
    ResourceCall load = model.type().load();
    boolean custom = service.custom().loads(type());
    if (load == null && !custom) {
      throw new ResourceLoadException(model.label());
    }
    Object found;
    String operation = "the service";
    if (load == null) {
      found = service.custom().load(this, parameters);
    } else {
      operation = load.operation();
      Parameters filled = new Parameters();
      filled.fill(load.parameters(), scope, 0);
      Response response = client().call(operation, filled.with(parameters));
      String path = load.path();
      found = path == null ? response : response.search(path);
    }
    if (found instanceof Structure structure) {
      return structure;
    }
    throw new ResourceNotFoundException(toString(), operation);
  }

  /**
   * Returns an identifier or an attribute. Reading an attribute requests the data if this resource
   * has none.
   *
   * @param name the name, such as {@code creation_date} or {@code CreationDate}
   * @return the value, with the types of {@link Structure}; null if the data lacks it
   * @throws IllegalArgumentException if there is no such identifier or attribute
   * @throws ResourceLoadException if there is no data, and no operation that gets it
   * @throws ResourceNotFoundException if the response does not contain this resource
   * @throws ServiceException if the service returns an error
   */
  public @Nullable Object get(String name) {
    Place place = place(name);
    return place.holder().get(place.member());
  }

  /** The structure that holds a value, and the name of its member. */
  private record Place(Structure holder, String member) {}

  private Place place(String name) {
    Identifier identifier = model.identifier(name);
    if (identifier != null) {
      String key = identifier.name();
      Object value = identifiers.get(key);
      Map<String, Object> only = value == null ? Map.of() : Map.of(key, value);
      return new Place(Structures.of(only), key);
    }
    String member = model.attribute(name);
    Structure held = data();
    // A summary from a list has a shape of its own, which may lack members of the type's shape.
    return new Place(held.containsKey(member) ? held : Structures.of(Map.of()), member);
  }

  /**
   * Returns an identifier or attribute as text.
   *
   * @param name the name of the identifier or attribute
   * @param path the path from there, if it is a structure
   * @return the text, or null if it is absent
   * @see Structure#text
   * @see #get
   */
  public @Nullable String text(String name, String... path) {
    Place place = place(name);
    return place.holder().text(place.member(), path);
  }

  /**
   * Returns an attribute as an integer.
   *
   * @param name the name of the attribute
   * @param path the path from there, if it is a structure
   * @return the number, or null if it is absent
   * @see Structure#integer
   * @see #get
   */
  public @Nullable Integer integer(String name, String... path) {
    Place place = place(name);
    return place.holder().integer(place.member(), path);
  }

  /**
   * Returns an attribute as a long integer.
   *
   * @param name the name of the attribute
   * @param path the path from there, if it is a structure
   * @return the number, or null if it is absent
   * @see Structure#longInteger
   * @see #get
   */
  public @Nullable Long longInteger(String name, String... path) {
    Place place = place(name);
    return place.holder().longInteger(place.member(), path);
  }

  /**
   * Returns an attribute as a real number.
   *
   * @param name the name of the attribute
   * @param path the path from there, if it is a structure
   * @return the number, or null if it is absent
   * @see Structure#real
   * @see #get
   */
  public @Nullable Double real(String name, String... path) {
    Place place = place(name);
    return place.holder().real(place.member(), path);
  }

  /**
   * Returns an attribute as a boolean.
   *
   * @param name the name of the attribute
   * @param path the path from there, if it is a structure
   * @return the value, or null if it is absent
   * @see Structure#bool
   * @see #get
   */
  public @Nullable Boolean bool(String name, String... path) {
    Place place = place(name);
    return place.holder().bool(place.member(), path);
  }

  /**
   * Returns an attribute as an instant.
   *
   * @param name the name of the attribute
   * @param path the path from there, if it is a structure
   * @return the time, or null if it is absent
   * @see Structure#instant
   * @see #get
   */
  public @Nullable Instant instant(String name, String... path) {
    Place place = place(name);
    return place.holder().instant(place.member(), path);
  }

  /**
   * Returns an attribute as a structure or map.
   *
   * @param name the name of the attribute
   * @param path the path from there
   * @return the map; empty if it is absent
   * @see Structure#map
   * @see #get
   */
  public Structure map(String name, String... path) {
    Place place = place(name);
    return place.holder().map(place.member(), path);
  }

  /**
   * Returns an attribute as a list of texts.
   *
   * @param name the name of the attribute
   * @param path the path from there, if it is a structure
   * @return the texts; empty if the list is absent
   * @see Structure#texts
   * @see #get
   */
  public List<String> texts(String name, String... path) {
    Place place = place(name);
    return place.holder().texts(place.member(), path);
  }

  /**
   * Returns an attribute as a list of structures.
   *
   * @param name the name of the attribute
   * @param path the path from there, if it is a structure
   * @return the structures; empty if the list is absent
   * @see Structure#maps
   * @see #get
   */
  public List<Structure> structures(String name, String... path) {
    Place place = place(name);
    return place.holder().maps(place.member(), path);
  }

  // Actions.

  /**
   * Carries out an action without further parameters.
   *
   * @param name the action, such as {@code delete}
   * @return the result, as {@link ActionResult#value()}
   * @throws IllegalArgumentException if the type has no such action
   * @throws ServiceException if the service returns an error
   */
  public @Nullable Object action(String name) {
    return action(name, Map.of());
  }

  /**
   * Carries out an action.
   *
   * @param name the action, such as {@code put_object}
   * @param parameters parameters of the operation, which are added to those that are filled in from
   *     the identifiers: maps are merged, and everything else is replaced
   * @return the result, as {@link ActionResult#value()}
   * @throws IllegalArgumentException if the type has no such action
   * @throws io.boto4j.error.ParamValidationException if the parameters do not fit the operation
   * @throws ServiceException if the service returns an error
   */
  public @Nullable Object action(String name, Map<String, ?> parameters) {
    return run(name, parameters).value();
  }

  /**
   * Carries out an action without further parameters, and returns its result by type.
   *
   * @param name the action, such as {@code delete}
   * @return the result
   * @throws IllegalArgumentException if the type has no such action
   * @throws ServiceException if the service returns an error
   */
  public ActionResult run(String name) {
    return run(name, Map.of());
  }

  /**
   * Carries out an action, and returns its result by type.
   *
   * <pre>{@code
   * List<Resource> instances = ec2.run("create_instances", params).resources();
   * }</pre>
   *
   * @param name the action, such as {@code create_instances}
   * @param parameters parameters of the operation, which are added to those that are filled in from
   *     the identifiers: maps are merged, and everything else is replaced
   * @return the result
   * @throws IllegalArgumentException if the type has no such action
   * @throws io.boto4j.error.ParamValidationException if the parameters do not fit the operation
   * @throws ServiceException if the service returns an error
   */
  public ActionResult run(String name, Map<String, ?> parameters) {
    ActionResult custom = service.custom().run(this, SnakeCase.of(name), parameters);
    ActionResult result = custom == null ? called(model.actions().get(name), parameters) : custom;
    if (canLoad()) {
      data = null;
    }
    return result;
  }

  private ActionResult called(ResourceCall action, Map<String, ?> parameters) {
    Parameters filled = new Parameters();
    filled.fill(action.parameters(), scope, 0);
    Map<String, Object> input = filled.with(parameters);
    Response response = client().call(action.operation(), input);
    ResourceResult result = action.result();
    if (result == null) {
      String path = action.path();
      return ActionResult.of(path == null ? response : response.search(path));
    }
    List<Resource> resources = resources(result, input, response);
    if (Found.isPlural(result)) {
      return ActionResult.of(resources);
    }
    return ActionResult.of(resources.isEmpty() ? null : resources.get(0));
  }

  private boolean canLoad() {
    return model.type().load() != null || service.custom().loads(type());
  }

  /** The resources that a call of this resource leads to. */
  List<Resource> resources(
      ResourceResult result, @Nullable Map<String, ?> request, @Nullable Response response) {
    TypeModel to = service.types().type(result.type());
    List<Resource> resources = new ArrayList<>();
    for (Found each : Found.of(result, scope, request, response)) {
      resources.add(new Resource(service, to, ordered(to, each.identifiers()), each.data()));
    }
    return Collections.unmodifiableList(resources);
  }

  private static Map<String, Object> ordered(TypeModel to, Map<String, Object> values) {
    Map<String, Object> ordered = new LinkedHashMap<>();
    for (Identifier each : to.type().identifiers()) {
      Object value = values.get(each.name());
      if (value != null) {
        ordered.put(each.name(), value);
      }
    }
    return ordered;
  }

  // Other resources.

  /**
   * Returns another resource, by its identifiers. Nothing is sent, and it need not exist.
   *
   * @param name the sub-resource, such as {@code Object} of a bucket, or any type of a service
   * @param identifiers the values of the identifiers that this resource does not provide, in order
   * @return the resource
   * @throws IllegalArgumentException if there is no such sub-resource, or identifiers are missing,
   *     null or too many
   */
  public Resource resource(String name, Object... identifiers) {
    ResourceLink link = model.subResources().get(name);
    TypeModel to = service.types().type(link.result().type());
    return new Resource(
        service, to, Identifiers.inOrder(to, link.result(), scope, identifiers), null);
  }

  /**
   * Returns another resource, by its identifiers and their names. Nothing is sent, and it need not
   * exist.
   *
   * @param name the sub-resource, such as {@code Object} of a bucket, or any type of a service
   * @param identifiers the values of the identifiers that this resource does not provide, by name
   * @return the resource
   * @throws IllegalArgumentException if there is no such sub-resource, or identifiers are missing,
   *     null, unknown, or provided by this resource
   */
  public Resource resource(String name, Map<String, ?> identifiers) {
    ResourceLink link = model.subResources().get(name);
    TypeModel to = service.types().type(link.result().type());
    return new Resource(
        service, to, Identifiers.byName(to, link.result(), scope, identifiers), null);
  }

  /**
   * Returns the resource that this one refers to in its data, which is requested if necessary.
   *
   * @param name the reference, such as {@code vpc} of an instance
   * @return the resource, which may no longer exist; empty if the data does not name one
   * @throws IllegalArgumentException if there is no such reference
   * @throws ServiceException if the data has to be loaded, and the service returns an error
   */
  public Optional<Resource> reference(String name) {
    List<Resource> all = references(name);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
  }

  /**
   * Returns the resources that this one refers to in its data, which is requested if necessary.
   *
   * @param name the reference, such as {@code network_interfaces} of an instance
   * @return the resources, unmodifiable; empty if the data does not name any
   * @throws IllegalArgumentException if there is no such reference
   * @throws ServiceException if the data has to be loaded, and the service returns an error
   */
  public List<Resource> references(String name) {
    return resources(model.references().get(name).result(), null, null);
  }

  /**
   * Returns a collection of resources. Nothing is sent until it is iterated.
   *
   * @param name the collection, such as {@code objects} of a bucket
   * @return all resources of the collection, which can be filtered and limited
   * @throws IllegalArgumentException if there is no such collection
   */
  public ResourceCollection collection(String name) {
    ResourceCall call = model.collections().get(name);
    ResourceResult result =
        Objects.requireNonNull(call.result(), "collections have a result, the parser checks it");
    return ResourceCollection.of(this, call, result, service.types().type(result.type()));
  }

  // Waiters.

  /**
   * Waits until this resource reaches a state. Its earlier data is discarded then, so that its
   * attributes are those of the new state.
   *
   * @param name the waiter, such as {@code running}; boto3's {@code wait_until_running} is accepted
   * @return this resource
   * @throws IllegalArgumentException if the type has no such waiter
   * @throws io.boto4j.error.WaiterException if the state is not reached
   */
  public Resource waitUntil(String name) {
    return waitUntil(name, Map.of());
  }

  /**
   * Waits until this resource reaches a state, with further parameters of the operation.
   *
   * @param name the waiter, such as {@code running}
   * @param parameters parameters of the operation, and {@code WaiterConfig}
   * @return this resource
   * @throws IllegalArgumentException if the type has no such waiter
   * @throws io.boto4j.error.WaiterException if the state is not reached
   */
  public Resource waitUntil(String name, Map<String, ?> parameters) {
    return waitUntil(name, parameters, waiter -> waiter);
  }

  /**
   * Waits until this resource reaches a state, with options.
   *
   * <pre>{@code
   * db.waitUntil("available", w -> w.deadline(Duration.ofMinutes(20)).onProgress(this::show));
   * }</pre>
   *
   * @param name the waiter, such as {@code running}
   * @param options a function that sets the waiter's options
   * @return this resource
   * @throws IllegalArgumentException if the type has no such waiter
   * @throws io.boto4j.error.WaiterException if the state is not reached
   */
  public Resource waitUntil(String name, UnaryOperator<Waiter> options) {
    return waitUntil(name, Map.of(), options);
  }

  private Resource waitUntil(
      String name, Map<String, ?> parameters, UnaryOperator<Waiter> options) {
    String state = name.startsWith("wait_until_") ? name.substring("wait_until_".length()) : name;
    ResourceCall call = model.waiters().get(state);
    Parameters filled = new Parameters();
    filled.fill(call.parameters(), scope, 0);
    Structure last =
        options.apply(client().waiter(call.operation())).await(filled.with(parameters));
    if (canLoad()) {
      data = awaited(last, call.path());
    }
    return this;
  }

  /** The last response of a waiter has the data, if its definition names the place. */
  private static @Nullable Structure awaited(@Nullable Structure last, @Nullable String path) {
    return last != null && path != null && last.search(path) instanceof Structure found
        ? found
        : null;
  }

  // Descriptions.

  /**
   * Returns the names of the sub-resources: boto3's {@code get_available_subresources}.
   *
   * @return the names, sorted, such as {@code Object}; unmodifiable
   */
  public List<String> subResources() {
    return model.subResources().names();
  }

  /**
   * Returns the names of the references.
   *
   * @return the names in snake case, sorted; unmodifiable
   */
  public List<String> referenceNames() {
    return model.references().names();
  }

  /**
   * Returns the names of the actions.
   *
   * @return the names in snake case, sorted; unmodifiable
   */
  public List<String> actions() {
    Set<String> names = new TreeSet<>(model.actions().names());
    names.addAll(service.custom().actions(type()));
    return List.copyOf(names);
  }

  /**
   * Returns the names of the collections.
   *
   * @return the names in snake case, sorted; unmodifiable
   */
  public List<String> collections() {
    return model.collections().names();
  }

  /**
   * Returns the names of the waiters.
   *
   * @return the names in snake case, sorted; unmodifiable
   */
  public List<String> waiters() {
    return model.waiters().names();
  }

  /**
   * Returns the names of the attributes.
   *
   * @return the names in snake case, sorted; unmodifiable
   */
  public List<String> attributes() {
    return model.attributes().names();
  }

  /**
   * Explains what this resource has: which operation each action, collection and waiter calls with
   * which parameters and, if the type was derived, why.
   *
   * @return the text, in several lines
   */
  public String explain() {
    return TypeText.of(model);
  }

  Scope scope() {
    return scope;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Resource resource
        && model.label().equals(resource.model.label())
        && identifiers.equals(resource.identifiers);
  }

  @Override
  public int hashCode() {
    return Objects.hash(model.label(), identifiers);
  }

  /** Returns boto3's text, such as {@code s3.Object(bucket_name='b', key='k')}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(model.label()).append('(');
    identifiers()
        .forEach(
            (name, value) -> {
              text.append(text.charAt(text.length() - 1) == '(' ? "" : ", ").append(name);
              String quote = value instanceof CharSequence ? "'" : "";
              text.append('=').append(quote).append(value).append(quote);
            });
    return text.append(')').toString();
  }

  private final class OwnScope implements Scope {
    @Override
    public @Nullable Object identifier(String name) {
      return identifiers.get(name);
    }

    @Override
    public Structure data() {
      return Resource.this.data();
    }
  }
}
