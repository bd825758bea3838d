package io.boto4j;

import io.boto4j.error.UnknownOperationException;
import io.boto4j.http.HttpTransport;
import io.boto4j.internal.attempt.CallParts;
import io.boto4j.internal.call.CallRoad;
import io.boto4j.internal.customization.OldNames;
import io.boto4j.internal.endpoint.ClientUrl;
import io.boto4j.internal.endpoint.Endpoint;
import io.boto4j.internal.endpoint.EndpointOptions;
import io.boto4j.internal.error.Errors;
import io.boto4j.internal.help.Help;
import io.boto4j.internal.help.Skeleton;
import io.boto4j.internal.text.NearNames;
import io.boto4j.internal.text.Printable;
import io.boto4j.model.ModelPart;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Calls the operations of one service, in one region.
 *
 * <p>Made by {@link Session#client(String)}. Safe to share between threads, and meant to be: it
 * keeps connections open between calls. Closing it closes them; a client that is dropped unclosed
 * leaves its idle ones open, as the JVM closes no channel by itself.
 *
 * <pre>{@code
 * Client dynamodb = session.client("dynamodb");
 * Response answer = dynamodb.call("ListTables");
 * dynamodb.call("DescribeTable", Map.of("TableName", "auth-users"));
 * }</pre>
 */
public final class Client implements AutoCloseable {
  private final ServiceModel service;
  private final Session session;
  private final ClientConfig config;
  private final EndpointOptions endpointOptions;
  private final CallParts parts;

  /** Made by the first call: the making of a client need not wait for its classes. */
  private volatile @Nullable CallRoad road;

  private final @Nullable HttpTransport ownTransport;
  private final @Nullable List<Interceptor> interceptors;

  /** Operations by the spelling they were asked for in, so that a second call asks no model. */
  private final ConcurrentHashMap<String, OperationModel> operations = new ConcurrentHashMap<>();

  /** Made when the first is asked for; two threads may make two. */
  private volatile @Nullable Paginators paginators;

  private volatile @Nullable Waiters waiters;

  private volatile boolean closed;

  Client(
      Session session,
      ClientConfig config,
      EndpointOptions endpointOptions,
      CallParts parts,
      @Nullable HttpTransport ownTransport,
      @Nullable List<Interceptor> interceptors) {
    this.service = parts.service();
    this.session = session;
    this.config = config;
    this.endpointOptions = endpointOptions;
    this.parts = parts;
    this.interceptors = interceptors;
    this.ownTransport = ownTransport;
  }

  /**
   * Calls an operation that needs no parameters.
   *
   * @param operation the name, spelled {@code ListTables}, {@code listTables} or {@code
   *     list_tables}
   * @return the answer
   * @throws UnknownOperationException if the service has no such operation
   * @throws io.boto4j.error.ServiceException if the service answers with an error
   * @throws io.boto4j.error.Boto4jException if no answer came, or none that makes sense
   */
  public Response call(String operation) {
    return call(operation, Map.of());
  }

  /**
   * Calls an operation and waits for its answer.
   *
   * <p>Parameters are maps, lists and values; {@link Structure} tells what each kind of value is in
   * Java. Inputs take these and what a Java programmer would try: any {@code Number} that fits,
   * bytes as {@code byte[]}, {@code ByteBuffer}, {@code InputStream}, {@code Path} or text,
   * timestamps as {@code Instant}, {@code Date}, {@code ZonedDateTime}, epoch seconds or text, any
   * {@code Collection} or array, enum constants.
   *
   * @param operation the name, spelled {@code PutItem}, {@code putItem} or {@code put_item}
   * @param parameters the operation's input by member name
   * @return the answer
   * @throws UnknownOperationException if the service has no such operation
   * @throws io.boto4j.error.ParamValidationException if the input does not fit the model; nothing
   *     was sent
   * @throws io.boto4j.error.ServiceException if the service answers with an error
   * @throws io.boto4j.error.Boto4jException if no answer came, or none that makes sense
   * @throws IllegalStateException if the client is closed
   */
  public Response call(String operation, Map<String, ?> parameters) {
    return call(operation, parameters, (CallOptions) null);
  }

  /**
   * Calls an operation with options of its own.
   *
   * <pre>{@code
   * dynamodb.call("GetItem", params, o -> o.totalTimeout(Duration.ofMillis(300)).maxAttempts(2));
   * }</pre>
   *
   * @param operation the name
   * @param parameters the operation's input by member name
   * @param options sets options, over the client's
   * @return the answer
   * @throws io.boto4j.error.TotalTimeoutException if it takes longer than its total timeout
   * @throws io.boto4j.error.Boto4jException as {@link #call(String, Map)}
   * @throws IllegalArgumentException if an option has a value it cannot have
   * @throws IllegalStateException if the client is closed
   */
  public Response call(
      String operation, Map<String, ?> parameters, Consumer<? super CallOptions.Builder> options) {
    return call(operation, parameters, made(options));
  }

  private Response call(
      String operation, Map<String, ?> parameters, @Nullable CallOptions options) {
    if (closed) {
      throw new IllegalStateException("This client of " + service.name() + " is closed");
    }
    return road().call(find(operation), parameters, options);
  }

  private static CallOptions made(Consumer<? super CallOptions.Builder> options) {
    CallOptions.Builder builder = CallOptions.builder();
    options.accept(builder);
    return builder.build();
  }

  /**
   * Calls an operation on another thread: a virtual one where the JVM has them.
   *
   * <p>{@code cancel(true)} ends the call where it is: the thread is interrupted, the connection
   * closed. Whether the service acted on the request is then not known.
   *
   * @param operation the name
   * @param parameters the operation's input; leave it alone until the call is over
   * @return completed with the answer, or exceptionally with what {@link #call(String, Map)} throws
   */
  public CompletableFuture<Response> callAsync(String operation, Map<String, ?> parameters) {
    return AsyncCall.start(session.executor(), () -> call(operation, parameters));
  }

  /**
   * Calls an operation on another thread, with options of its own.
   *
   * @param operation the name
   * @param parameters the operation's input; leave it alone until the call is over
   * @param options sets options, over the client's
   * @return completed with the answer, or exceptionally with what {@link #call(String, Map)} throws
   * @throws IllegalArgumentException if an option has a value it cannot have
   */
  public CompletableFuture<Response> callAsync(
      String operation, Map<String, ?> parameters, Consumer<? super CallOptions.Builder> options) {
    CallOptions made = made(options);
    return AsyncCall.start(session.executor(), () -> call(operation, parameters, made));
  }

  /**
   * Calls an operation that needs no parameters on another thread.
   *
   * @param operation the name
   * @return completed with the answer, or exceptionally with what {@link #call(String)} throws
   */
  public CompletableFuture<Response> callAsync(String operation) {
    return callAsync(operation, Map.of());
  }

  /**
   * Says what a call would send, and why: which endpoint rules led where, how the request is signed
   * and what exactly is signed. Nothing is sent.
   *
   * <pre>{@code
   * System.out.println(s3.explain("GetObject", Map.of("Bucket", "b", "Key", "k")));
   * }</pre>
   *
   * <p>What goes wrong on the way, as a region without an endpoint, is in the explanation. It is
   * the same road that a call takes: credentials are asked for, and a stream is read where its
   * bytes must be signed.
   *
   * @param operation the name, spelled {@code GetObject}, {@code getObject} or {@code get_object}
   * @param parameters the operation's input
   * @return the explanation, in which secrets are masked
   * @throws UnknownOperationException if the service has no such operation
   * @throws io.boto4j.error.ParamValidationException if the input does not fit the model
   */
  public Explanation explain(String operation, Map<String, ?> parameters) {
    return road().explain(find(operation), parameters);
  }

  /**
   * Presigns a call for an hour.
   *
   * @param operation the name
   * @param parameters the operation's input
   * @return the URL: a secret for as long as it is good
   * @throws UnknownOperationException if the service has no such operation
   * @throws io.boto4j.error.ParamValidationException if the input does not fit the model
   * @throws io.boto4j.error.NoCredentialsException if there is nothing to sign with
   */
  public URI presign(String operation, Map<String, ?> parameters) {
    return presign(operation, parameters, Duration.ofHours(1));
  }

  /**
   * Makes a URL with which whoever has it can make one call, without credentials, until it expires:
   * boto3's {@code generate_presigned_url}.
   *
   * <p>Nothing is sent. Input that would be in the body goes into the query; a payload is left out,
   * and sent with the URL. Input that is a header must be sent as it was given here.
   *
   * <pre>{@code
   * URI url = s3.presign("GetObject", Map.of("Bucket", "b", "Key", "k"), Duration.ofMinutes(5));
   * }</pre>
   *
   * <p>The URL is good for no longer than the credentials it is signed with.
   *
   * @param operation the name, spelled {@code GetObject}, {@code getObject} or {@code get_object}
   * @param parameters the operation's input
   * @param expiresIn how long the URL is good for: 1 s to 7 days, in whole seconds
   * @return the URL: a secret for as long as it is good
   * @throws UnknownOperationException if the service has no such operation
   * @throws io.boto4j.error.ParamValidationException if the input does not fit the model
   * @throws io.boto4j.error.NoCredentialsException if there is nothing to sign with
   * @throws io.boto4j.error.UnsupportedSignatureVersionException if the service takes no signature
   *     that fits into a URL
   * @throws IllegalArgumentException if the time is out of range, or the input holds a payload
   */
  public URI presign(String operation, Map<String, ?> parameters, Duration expiresIn) {
    return road().presign(find(operation), parameters, Presigning.seconds(expiresIn), null);
  }

  /**
   * Presigns a call that is made with another HTTP method than the operation's: boto3's {@code
   * HttpMethod}.
   *
   * @param operation the name
   * @param parameters the operation's input
   * @param expiresIn how long the URL is good for: 1 s to 7 days, in whole seconds
   * @param httpMethod as {@code PUT}
   * @return the URL: a secret for as long as it is good
   * @throws UnknownOperationException if the service has no such operation
   * @throws io.boto4j.error.Boto4jException as {@link #presign(String, Map, Duration)}
   * @throws IllegalArgumentException if the time is out of range, the method no word, or the input
   *     holds a payload
   */
  public URI presign(
      String operation, Map<String, ?> parameters, Duration expiresIn, String httpMethod) {
    return road()
        .presign(
            find(operation),
            parameters,
            Presigning.seconds(expiresIn),
            Presigning.method(httpMethod));
  }

  /**
   * Signs an upload from a browser form for an hour, with no conditions but bucket and key.
   *
   * @param bucket the bucket
   * @param key the key; ends in <code>${filename}</code> where the browser is to name the object
   * @return the form's address and fields
   * @throws IllegalStateException if this is no client of S3
   */
  public PresignedPost presignPost(String bucket, String key) {
    return presignPost(bucket, key, Map.of(), List.of(), Duration.ofHours(1));
  }

  /**
   * Signs an upload from a browser form: boto3's {@code generate_presigned_post}.
   *
   * <pre>{@code
   * PresignedPost post = s3.presignPost("b", "user/42/${filename}",
   *     Map.of("acl", "private"),
   *     List.of(Map.of("acl", "private"), List.of("content-length-range", 1, 1_000_000)),
   *     Duration.ofMinutes(10));
   * }</pre>
   *
   * @param bucket the bucket
   * @param key the key; ends in <code>${filename}</code> where the browser is to name the object
   * @param fields further form fields, copied; each needs a condition of its own, but for the file
   * @param conditions further conditions, copied: maps of one name and value, or lists of operator,
   *     name and value
   * @param expiresIn how long the form is good for: 1 s to 7 days, in whole seconds
   * @return the form's address and fields
   * @throws IllegalStateException if this is no client of S3
   * @throws io.boto4j.error.ParamValidationException if the bucket's name is none
   * @throws io.boto4j.error.NoCredentialsException if there is nothing to sign with
   * @throws IllegalArgumentException if the time is out of range, or a condition holds what JSON
   *     cannot say
   */
  public PresignedPost presignPost(
      String bucket,
      String key,
      Map<String, String> fields,
      List<?> conditions,
      Duration expiresIn) {
    return Presigning.post(service, road(), bucket, key, fields, conditions, expiresIn);
  }

  /**
   * The service's name.
   *
   * @return as {@code dynamodb}
   */
  public String service() {
    return service.name();
  }

  /**
   * The service's model.
   *
   * @return operations and shapes
   */
  public ServiceModel model() {
    return service;
  }

  /**
   * The names of all operations.
   *
   * @return as AWS spells them, in the model's order
   */
  public List<String> operations() {
    return service.operationNames();
  }

  /**
   * Whether an operation's answers come in pages.
   *
   * @param operation the name
   * @return true if the model has a paginator for it
   * @throws UnknownOperationException if the service has no such operation
   */
  public boolean canPaginate(String operation) {
    return service.part(ModelPart.PAGINATORS).containsKey(find(operation).name());
  }

  /**
   * The operations whose answers come in pages.
   *
   * @return their names
   */
  public List<String> paginators() {
    return names(ModelPart.PAGINATORS);
  }

  /**
   * Walks through an operation's answers page by page.
   *
   * <p>Where the model has no paginator for an operation that looks as if it paged, one is
   * {@linkplain Paginator#inferred() inferred}.
   *
   * @param operation the name, spelled {@code ListObjectsV2}, {@code listObjectsV2} or {@code
   *     list_objects_v2}
   * @return a paginator without limits
   * @throws UnknownOperationException if the service has no such operation
   * @throws io.boto4j.error.OperationNotPageableException if its answers do not come in pages
   */
  public Paginator paginator(String operation) {
    OperationModel found = find(operation);
    Paginators made = paginators;
    if (made == null) {
      made = new Paginators(this);
      paginators = made;
    }
    return made.of(found);
  }

  /**
   * What can be waited for.
   *
   * @return the waiters' names, as {@code TableExists}
   */
  public List<String> waiters() {
    return names(ModelPart.WAITERS);
  }

  /**
   * Waits until something is as it was to be.
   *
   * @param name the name, spelled {@code TableExists}, {@code tableExists} or {@code table_exists}
   * @return a waiter that asks as the model says
   * @throws io.boto4j.error.UnknownWaiterException if the service has no such waiter
   */
  public Waiter waiter(String name) {
    return waiterModels().of(name);
  }

  /**
   * Waits for what no model has a waiter for, by a definition in the form of botocore's {@code
   * waiters-2.json}.
   *
   * <pre>{@code
   * Map<String, Object> document = Map.of("version", 2, "waiters", Map.of("QueueEmpty", Map.of(
   *     "operation", "GetQueueAttributes", "delay", 5, "maxAttempts", 12,
   *     "acceptors", List.of(Map.of("state", "success", "matcher", "path",
   *         "argument", "Attributes.ApproximateNumberOfMessages", "expected", "0")))));
   * sqs.waiter("QueueEmpty", document).await(params);
   * }</pre>
   *
   * @param name a name in the definition
   * @param document {@code version} and {@code waiters}
   * @return a waiter that asks as the definition says
   * @throws io.boto4j.error.UnknownWaiterException if the definition has no such waiter
   * @throws io.boto4j.error.WaiterConfigException if it cannot be understood
   */
  public Waiter waiter(String name, Map<String, ?> document) {
    return waiterModels().of(name, document);
  }

  private Waiters waiterModels() {
    Waiters made = waiters;
    if (made == null) {
      made = new Waiters(this, session);
      waiters = made;
    }
    return made;
  }

  /**
   * The options this client was made with.
   *
   * @return the configuration
   */
  public ClientConfig config() {
    return config;
  }

  /**
   * The service's general endpoint, boto3's {@code client.meta.endpoint_url}. An operation may have
   * another, as one on an S3 bucket has.
   *
   * @return scheme, host, port and path
   * @throws io.boto4j.error.EndpointResolutionException if a FIPS or dualstack endpoint is wanted,
   *     and there is none
   */
  public URI endpointUrl() {
    Endpoint custom = parts.endpoints().custom();
    return custom == null
        ? ClientUrl.of(
            session.models().root("endpoints"),
            service,
            parts.region(),
            partition(),
            endpointOptions,
            parts.customization())
        : custom.toUri();
  }

  /**
   * The region.
   *
   * @return as {@code eu-west-1}; {@code aws-global} for a service that is the same everywhere
   */
  public String region() {
    return parts.region().name();
  }

  /**
   * The partition the region belongs to.
   *
   * @return as {@code aws} or {@code aws-cn}
   */
  public String partition() {
    return session.partitions().idOf(parts.region().name());
  }

  /**
   * A twin of this client whose calls one more interceptor sees, after those it has. It shares this
   * client's connections, and closing it leaves them open.
   *
   * @param interceptor sees, changes or answers its calls
   * @return a new client
   */
  public Client with(Interceptor interceptor) {
    List<Interceptor> more =
        interceptors == null ? new ArrayList<>() : new ArrayList<>(interceptors);
    more.add(Objects.requireNonNull(interceptor, "interceptor"));
    return new Client(session, config, endpointOptions, parts, null, List.copyOf(more));
  }

  Executor executor() {
    return session.executor();
  }

  /** Who sees and changes calls; null for nobody. */
  @Nullable List<Interceptor> interceptors() {
    return interceptors;
  }

  /**
   * Tells of this service: what it is, and the names of its operations, paginators and waiters.
   *
   * @return text for a terminal; AWS's own words if {@code boto4j-models} with the classifier
   *     {@code docs} is on the class path
   */
  public String help() {
    return Help.of(service);
  }

  /**
   * Tells of an operation: what it does, its parameters, its answer, its errors.
   *
   * @param operation the name, spelled {@code PutItem}, {@code putItem} or {@code put_item}
   * @return text for a terminal; AWS's own words if {@code boto4j-models} with the classifier
   *     {@code docs} is on the class path
   * @throws UnknownOperationException if the service has no such operation
   */
  public String help(String operation) {
    return Help.of(service, find(operation));
  }

  /**
   * Input of an operation with every member once, to be filled in: empty texts, zeros, the first of
   * each enumeration.
   *
   * @param operation the name, spelled {@code PutItem}, {@code putItem} or {@code put_item}
   * @return a new map, to be written to
   * @throws UnknownOperationException if the service has no such operation
   */
  public Map<String, Object> skeleton(String operation) {
    return Skeleton.of(find(operation).input());
  }

  /**
   * Makes answers and errors of this service by hand, as a test or an interceptor needs them.
   *
   * @return the maker
   */
  public ResponseFactory responses() {
    return new ResponseFactory(service);
  }

  /** Closes the connections. Calls under way may fail; later ones do. */
  @Override
  public void close() {
    closed = true;
    if (ownTransport != null) {
      ownTransport.close();
    }
  }

  private CallRoad road() {
    CallRoad made = road;
    return made == null ? makeRoad() : made;
  }

  /** One for all threads: the client's retry quota is within. */
  private synchronized CallRoad makeRoad() {
    CallRoad made = road;
    if (made == null) {
      made = new CallRoad(parts, interceptors);
      road = made;
    }
    return made;
  }

  private OperationModel find(String name) {
    OperationModel operation = operations.get(name);
    if (operation != null) {
      return operation;
    }
    operation = service.findOperation(name);
    String today = operation == null ? OldNames.operation(service.serviceId(), name) : null;
    operation = today == null ? operation : service.findOperation(today);
    if (operation == null) {
      throw Errors.unknownOperation(
          "Unknown operation of "
              + service.name()
              + ": '"
              + Printable.of(name)
              + "'."
              + NearNames.hint(name, service.operationNames())
              + " Client.operations() lists all "
              + service.operationNames().size()
              + ".");
    }
    operations.put(name, operation);
    return operation;
  }

  private List<String> names(ModelPart part) {
    return Collections.unmodifiableList(new ArrayList<>(service.part(part).keySet()));
  }

  @Override
  public String toString() {
    Endpoint custom = parts.endpoints().custom();
    return "Client["
        + service.name()
        + ", "
        + region()
        + (custom == null ? "" : ", " + custom)
        + "]";
  }
}
