package io.boto4j;

import io.boto4j.error.UnknownOperationException;
import io.boto4j.http.HttpTransport;
import io.boto4j.internal.call.CallRoad;
import io.boto4j.internal.call.PresignRequest;
import io.boto4j.internal.client.AsyncCall;
import io.boto4j.internal.client.ClientParts;
import io.boto4j.internal.client.Paginators;
import io.boto4j.internal.client.Presigning;
import io.boto4j.internal.client.Waiters;
import io.boto4j.internal.customization.OldNames;
import io.boto4j.internal.endpoint.Endpoint;
import io.boto4j.internal.endpoint.Partitions;
import io.boto4j.internal.error.Errors;
import io.boto4j.internal.help.Help;
import io.boto4j.internal.help.Skeleton;
import io.boto4j.internal.text.Printable;
import io.boto4j.model.ModelPart;
import io.boto4j.model.NearNames;
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
 * A client for one AWS service in one region, whose operations are called by name.
 *
 * <p>A session creates it: {@link Session#client(String)}. A client is safe for use by multiple
 * threads and is meant to be kept and shared, because it reuses its connections from call to call.
 * {@link #close()} closes them. If a client is discarded without being closed, its idle connections
 * stay open until the garbage collector finds it, and a warning is logged to {@code
 * io.boto4j.leaks}.
 *
 * <pre>{@code
 * Client dynamodb = session.client("dynamodb");
 * Response tables = dynamodb.call("ListTables");
 * Response table = dynamodb.call("DescribeTable", Map.of("TableName", "auth-users"));
 * }</pre>
 *
 * <p>An operation's name may be spelled as AWS spells it, in camel case or in snake case: {@code
 * ListTables}, {@code listTables} and {@code list_tables} are the same operation.
 */
public final class Client implements AutoCloseable {
  private final ServiceModel service;
  private final Session session;
  private final ClientConfig config;
  private final ClientParts parts;

  /**
   * Created on first use, and only once: it contains the client's retry quota. Not created with the
   * client, which therefore waits for none of its classes.
   */
  private volatile @Nullable CallRoad road;

  /** Operations by the spelling that the caller used. */
  private final ConcurrentHashMap<String, OperationModel> operations = new ConcurrentHashMap<>();

  /** Created on first use; threads that race may each create one. */
  private volatile @Nullable Paginators paginators;

  /** Created on first use; threads that race may each create one. */
  private volatile @Nullable Waiters waiters;

  private volatile boolean closed;

  Client(Session session, ClientConfig config, ClientParts parts) {
    this.service = parts.call().service();
    this.session = session;
    this.config = config;
    this.parts = parts;
  }

  /**
   * Calls an operation without parameters.
   *
   * @param operation the operation's name, such as {@code ListTables}
   * @return the response
   * @throws UnknownOperationException if the service has no such operation
   * @throws io.boto4j.error.ParamValidationException if the operation requires parameters; nothing
   *     is sent
   * @throws io.boto4j.error.ServiceException if the service returns an error
   * @throws io.boto4j.error.Boto4jException if the call fails without a usable response, for
   *     example because no credentials are found, the server cannot be reached or a timeout elapses
   * @throws IllegalStateException if the client is closed
   */
  public Response call(String operation) {
    return call(operation, Map.of());
  }

  /**
   * Calls an operation and waits for the response.
   *
   * <p>Parameters are maps, lists and plain values. Where the model has a number, any {@code
   * Number} that fits is accepted; for a blob, a {@code byte[]}, {@code ByteBuffer}, {@code
   * InputStream}, {@code Path}, {@link io.boto4j.http.HttpBody} or text; for a timestamp, an {@code
   * Instant}, {@code Date}, {@code ZonedDateTime}, epoch seconds or text; for a list, any {@code
   * Collection} or array; for a string, also an enum constant. {@link Structure} lists the Java
   * types of a response.
   *
   * @param operation the operation's name, such as {@code PutItem}
   * @param parameters the operation's input by member name; not changed
   * @return the response
   * @throws UnknownOperationException if the service has no such operation
   * @throws io.boto4j.error.ParamValidationException if the input does not fit the operation's
   *     model; nothing is sent
   * @throws io.boto4j.error.ServiceException if the service returns an error
   * @throws io.boto4j.error.Boto4jException if the call fails without a usable response, for
   *     example because no credentials are found, the server cannot be reached or a timeout elapses
   * @throws IllegalStateException if the client is closed
   */
  public Response call(String operation, Map<String, ?> parameters) {
    return call(operation, parameters, (CallOptions) null);
  }

  /**
   * Calls an operation with options that apply to this call only.
   *
   * <pre>{@code
   * dynamodb.call("GetItem", params, o -> o.totalTimeout(Duration.ofMillis(300)).maxAttempts(2));
   * }</pre>
   *
   * @param operation the operation's name, such as {@code PutItem}
   * @param parameters the operation's input by member name; not changed
   * @param options a function that sets the call's options, which override the client's
   * @return the response
   * @throws UnknownOperationException if the service has no such operation
   * @throws io.boto4j.error.ParamValidationException if the input does not fit the operation's
   *     model; nothing is sent
   * @throws io.boto4j.error.ServiceException if the service returns an error
   * @throws io.boto4j.error.TotalTimeoutException if the call exceeds its total timeout
   * @throws io.boto4j.error.Boto4jException if the call fails without a usable response, for
   *     example because no credentials are found or the server cannot be reached
   * @throws IllegalArgumentException if an option has an invalid value
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
   * Calls an operation on another thread: a virtual thread on Java 21 and later, a pooled one
   * before, or the executor that is {@linkplain Session.Builder#executor set on the session}.
   *
   * <p>{@code cancel(true)} aborts the call: its thread is interrupted and its connection closed,
   * and it is not known whether the service acted on the request. {@code cancel(false)} prevents a
   * call that has not begun; one that has begun runs to its end, and its response is discarded.
   *
   * @param operation the operation's name, such as {@code PutItem}
   * @param parameters the operation's input by member name; must not change until the call has
   *     finished
   * @return a future that completes with the response, or exceptionally with whatever {@link
   *     #call(String, Map)} throws
   * @throws java.util.concurrent.RejectedExecutionException if the session's executor does not
   *     accept the call
   */
  public CompletableFuture<Response> callAsync(String operation, Map<String, ?> parameters) {
    return AsyncCall.start(
        session.executor(), parts.interceptors(), () -> call(operation, parameters));
  }

  /**
   * Calls an operation on another thread, with options that apply to this call only.
   *
   * @param operation the operation's name, such as {@code PutItem}
   * @param parameters the operation's input by member name; must not change until the call has
   *     finished
   * @param options a function that sets the call's options, which override the client's; it runs on
   *     the calling thread
   * @return a future that completes with the response, or exceptionally with whatever {@link
   *     #call(String, Map, Consumer)} throws
   * @throws IllegalArgumentException if an option has an invalid value
   * @throws java.util.concurrent.RejectedExecutionException if the session's executor does not
   *     accept the call
   */
  public CompletableFuture<Response> callAsync(
      String operation, Map<String, ?> parameters, Consumer<? super CallOptions.Builder> options) {
    CallOptions made = made(options);
    return AsyncCall.start(
        session.executor(), parts.interceptors(), () -> call(operation, parameters, made));
  }

  /**
   * Calls an operation without parameters on another thread.
   *
   * @param operation the operation's name, such as {@code ListTables}
   * @return a future that completes with the response, or exceptionally with whatever {@link
   *     #call(String)} throws
   * @throws java.util.concurrent.RejectedExecutionException if the session's executor does not
   *     accept the call
   */
  public CompletableFuture<Response> callAsync(String operation) {
    return callAsync(operation, Map.of());
  }

  /**
   * Explains what a call would send and why, without sending it: which endpoint rule applies, how
   * the request is signed, and exactly which text is signed.
   *
   * <pre>{@code
   * System.out.println(s3.explain("GetObject", Map.of("Bucket", "b", "Key", "k")));
   * }</pre>
   *
   * <p>The request is built exactly as for a call. Credentials are therefore retrieved, which may
   * call STS or another source, and a stream is read if its bytes must be signed. Interceptors
   * change the input and the request as they do for a call. A failure after the input is checked,
   * such as a region without an endpoint, is not thrown: it is {@link Explanation#failure()}.
   *
   * @param operation the operation's name, such as {@code GetObject}
   * @param parameters the operation's input by member name; not changed
   * @return the explanation, with secrets masked
   * @throws UnknownOperationException if the service has no such operation
   * @throws io.boto4j.error.ParamValidationException if the input does not fit the operation's
   *     model
   */
  public Explanation explain(String operation, Map<String, ?> parameters) {
    return road().explain(find(operation), parameters);
  }

  /**
   * Creates a presigned URL that is valid for an hour.
   *
   * @param operation the operation's name, such as {@code GetObject}
   * @param parameters the operation's input by member name; not changed
   * @return the URL, which is a secret until it expires
   * @throws UnknownOperationException if the service has no such operation
   * @throws io.boto4j.error.ParamValidationException if the input does not fit the operation's
   *     model
   * @throws io.boto4j.error.NoCredentialsException if no credentials are found
   * @throws io.boto4j.error.UnsupportedSignatureVersionException if the service's signature cannot
   *     be part of a URL
   * @throws IllegalArgumentException if the input contains a payload
   */
  public URI presign(String operation, Map<String, ?> parameters) {
    return presign(operation, parameters, Duration.ofHours(1));
  }

  /**
   * Creates a presigned URL: anyone who has it can make this call without credentials of their own,
   * until it expires. boto3's {@code generate_presigned_url}.
   *
   * <pre>{@code
   * URI url = s3.presign("GetObject", Map.of("Bucket", "b", "Key", "k"), Duration.ofMinutes(5));
   * }</pre>
   *
   * <p>Nothing is sent to the service. Of an interceptor, {@link Interceptor#parameters} and {@link
   * Interceptor#beforeSign} run. Input that a call would send in the body becomes part of the
   * query. A payload, such as {@code Body} of {@code PutObject}, is not signed: leave it out here,
   * and send it as the body of the request to the URL. Input that a call would send as a header is
   * signed, and must be sent with the same value.
   *
   * <p>The URL becomes invalid earlier if the credentials that sign it expire earlier.
   *
   * @param operation the operation's name, such as {@code GetObject}
   * @param parameters the operation's input by member name; not changed
   * @param expiresIn the time until the URL expires: 1 second to 7 days; fractions of a second are
   *     dropped
   * @return the URL, which is a secret until it expires
   * @throws UnknownOperationException if the service has no such operation
   * @throws io.boto4j.error.ParamValidationException if the input does not fit the operation's
   *     model
   * @throws io.boto4j.error.NoCredentialsException if no credentials are found
   * @throws io.boto4j.error.UnsupportedSignatureVersionException if the service's signature cannot
   *     be part of a URL
   * @throws IllegalArgumentException if {@code expiresIn} is out of range, or the input contains a
   *     payload
   */
  public URI presign(String operation, Map<String, ?> parameters, Duration expiresIn) {
    return presign(operation, parameters, expiresIn, null, (CallOptions) null);
  }

  /**
   * Creates a presigned URL for another HTTP method than the operation's own: the {@code
   * HttpMethod} of boto3's {@code generate_presigned_url}.
   *
   * @param operation the operation's name, such as {@code GetObject}
   * @param parameters the operation's input by member name; not changed
   * @param expiresIn the time until the URL expires: 1 second to 7 days; fractions of a second are
   *     dropped
   * @param httpMethod the HTTP method, such as {@code PUT}; letters only, in either case
   * @return the URL, which is a secret until it expires
   * @throws UnknownOperationException if the service has no such operation
   * @throws io.boto4j.error.ParamValidationException if the input does not fit the operation's
   *     model
   * @throws io.boto4j.error.NoCredentialsException if no credentials are found
   * @throws io.boto4j.error.UnsupportedSignatureVersionException if the service's signature cannot
   *     be part of a URL
   * @throws IllegalArgumentException if {@code expiresIn} is out of range, {@code httpMethod} is
   *     empty or has characters other than letters, or the input contains a payload
   */
  public URI presign(
      String operation, Map<String, ?> parameters, Duration expiresIn, String httpMethod) {
    return presign(
        operation, parameters, expiresIn, Presigning.method(httpMethod), (CallOptions) null);
  }

  /**
   * Creates a presigned URL with further headers, which are signed: whoever uses the URL must send
   * each of them with the same value.
   *
   * <pre>{@code
   * URI url = s3.presign("PutObject", Map.of("Bucket", "b", "Key", "k"), Duration.ofMinutes(5),
   *     o -> o.header("Content-Type", "image/png").header("If-None-Match", "*"));
   * }</pre>
   *
   * @param operation the operation's name, such as {@code PutObject}
   * @param parameters the operation's input by member name; not changed
   * @param expiresIn the time until the URL expires: 1 second to 7 days; fractions of a second are
   *     dropped
   * @param options a function that sets {@linkplain CallOptions.Builder#header headers}; other
   *     options have no effect on a URL
   * @return the URL, which is a secret until it expires
   * @throws UnknownOperationException if the service has no such operation
   * @throws io.boto4j.error.ParamValidationException if the input does not fit the operation's
   *     model
   * @throws io.boto4j.error.NoCredentialsException if no credentials are found
   * @throws io.boto4j.error.UnsupportedSignatureVersionException if the service's signature cannot
   *     be part of a URL
   * @throws IllegalArgumentException if {@code expiresIn} is out of range, an option has an invalid
   *     value, or the input contains a payload
   */
  public URI presign(
      String operation,
      Map<String, ?> parameters,
      Duration expiresIn,
      Consumer<? super CallOptions.Builder> options) {
    return presign(operation, parameters, expiresIn, null, made(options));
  }

  /**
   * Creates a presigned URL with further headers, for another HTTP method than the operation's own.
   *
   * @param operation the operation's name, such as {@code GetCallerIdentity}
   * @param parameters the operation's input by member name; not changed
   * @param expiresIn the time until the URL expires: 1 second to 7 days; fractions of a second are
   *     dropped
   * @param httpMethod the HTTP method, such as {@code GET}; letters only, in either case
   * @param options a function that sets {@linkplain CallOptions.Builder#header headers}; other
   *     options have no effect on a URL
   * @return the URL, which is a secret until it expires
   * @throws UnknownOperationException if the service has no such operation
   * @throws io.boto4j.error.ParamValidationException if the input does not fit the operation's
   *     model
   * @throws io.boto4j.error.NoCredentialsException if no credentials are found
   * @throws io.boto4j.error.UnsupportedSignatureVersionException if the service's signature cannot
   *     be part of a URL
   * @throws IllegalArgumentException if {@code expiresIn} is out of range, {@code httpMethod} is
   *     empty or has characters other than letters, an option has an invalid value, or the input
   *     contains a payload
   */
  public URI presign(
      String operation,
      Map<String, ?> parameters,
      Duration expiresIn,
      String httpMethod,
      Consumer<? super CallOptions.Builder> options) {
    return presign(operation, parameters, expiresIn, Presigning.method(httpMethod), made(options));
  }

  private URI presign(
      String operation,
      Map<String, ?> parameters,
      Duration expiresIn,
      @Nullable String httpMethod,
      @Nullable CallOptions options) {
    return road()
        .presign(find(operation), parameters, Presigning.seconds(expiresIn), httpMethod, options);
  }

  /**
   * Creates a presigned form that uploads one file to S3 from a browser, valid for an hour and with
   * no conditions except its bucket and key.
   *
   * @param bucket the bucket's name
   * @param key the object's key; if it ends in <code>${filename}</code>, S3 replaces that with the
   *     name of the uploaded file
   * @return the URL and fields of the form
   * @throws IllegalStateException if this is not a client for S3
   * @throws io.boto4j.error.ParamValidationException if the bucket's name is invalid
   * @throws io.boto4j.error.NoCredentialsException if no credentials are found
   */
  public PresignedPost presignPost(String bucket, String key) {
    return presignPost(bucket, key, Map.of(), List.of(), Duration.ofHours(1));
  }

  /**
   * Creates a presigned form that uploads one file to S3 from a browser: boto3's {@code
   * generate_presigned_post}.
   *
   * <pre>{@code
   * PresignedPost post = s3.presignPost("b", "user/42/${filename}",
   *     Map.of("acl", "private"),
   *     List.of(Map.of("acl", "private"), List.of("content-length-range", 1, 1_000_000)),
   *     Duration.ofMinutes(10));
   * }</pre>
   *
   * @param bucket the bucket's name
   * @param key the object's key; if it ends in <code>${filename}</code>, S3 replaces that with the
   *     name of the uploaded file
   * @param fields further form fields, copied; S3 refuses a field without a condition that allows
   *     it, except the file
   * @param conditions further conditions, copied: maps with a single name and value, or lists of
   *     operator, name and value
   * @param expiresIn the time until the form expires: 1 second to 7 days; fractions of a second are
   *     dropped
   * @return the URL and fields of the form
   * @throws IllegalStateException if this is not a client for S3
   * @throws io.boto4j.error.ParamValidationException if the bucket's name is invalid
   * @throws io.boto4j.error.NoCredentialsException if no credentials are found
   * @throws IllegalArgumentException if {@code expiresIn} is out of range, or a condition contains
   *     a value that JSON cannot represent
   */
  public PresignedPost presignPost(
      String bucket,
      String key,
      Map<String, String> fields,
      List<?> conditions,
      Duration expiresIn) {
    PresignRequest.Form form =
        Presigning.post(parts.call(), road(), bucket, key, fields, conditions, expiresIn);
    return new PresignedPost(form.url(), form.fields());
  }

  /**
   * Returns the service's name.
   *
   * @return the name, such as {@code dynamodb}
   */
  public String service() {
    return service.name();
  }

  /**
   * Returns the session that created this client.
   *
   * @return the session
   */
  public Session session() {
    return session;
  }

  /**
   * Returns the service's model: its operations and shapes.
   *
   * @return the model
   */
  public ServiceModel model() {
    return service;
  }

  /**
   * Returns the names of all operations of the service.
   *
   * @return the names as AWS spells them, in the model's order; unmodifiable
   */
  public List<String> operations() {
    return service.operationNames();
  }

  /**
   * Whether the model has a paginator for an operation: boto3's {@code can_paginate}.
   *
   * <p>{@link #paginator(String)} may infer a paginator even if this is false.
   *
   * @param operation the operation's name, such as {@code ListObjectsV2}
   * @return true if the model has a paginator for it
   * @throws UnknownOperationException if the service has no such operation
   */
  public boolean canPaginate(String operation) {
    return service.part(ModelPart.PAGINATORS).containsKey(find(operation).name());
  }

  /**
   * Returns the names of the operations for which the model has a paginator.
   *
   * @return the names; unmodifiable
   */
  public List<String> paginators() {
    return names(ModelPart.PAGINATORS);
  }

  /**
   * Returns a paginator, which calls an operation once per page of its results.
   *
   * <p>If the model has no paginator for the operation, but its input and output look as if it
   * returned pages, one is {@linkplain Paginator#inferred() inferred}.
   *
   * @param operation the operation's name, such as {@code ListObjectsV2}
   * @return a paginator without limits
   * @throws UnknownOperationException if the service has no such operation
   * @throws io.boto4j.error.OperationNotPageableException if the operation does not return pages
   */
  public Paginator paginator(String operation) {
    OperationModel found = find(operation);
    Paginators created = paginators;
    if (created == null) {
      created = new Paginators(service, parts.call().customization());
      paginators = created;
    }
    return new Paginator(this, created.of(found));
  }

  /**
   * Returns all structures on all pages of an operation without parameters.
   *
   * <pre>{@code
   * for (Structure db : rds.items("DescribeDBInstances")) {
   *   System.out.println(db.text("DBInstanceIdentifier"));
   * }
   * }</pre>
   *
   * @param operation the operation's name, such as {@code DescribeDBInstances}
   * @return the items; nothing is sent until they are iterated
   * @throws UnknownOperationException if the service has no such operation
   * @throws io.boto4j.error.OperationNotPageableException if the operation does not return pages
   */
  public Items<Structure> items(String operation) {
    return items(operation, Map.of());
  }

  /**
   * Returns all structures or maps on all pages of an operation's results: those of the first
   * {@linkplain Paginator#resultKeys() result key}, such as {@code Contents} of {@code
   * ListObjectsV2}.
   *
   * @param operation the operation's name, such as {@code ListObjectsV2}
   * @param parameters the operation's input by member name, copied
   * @return the items; nothing is sent until they are iterated
   * @throws UnknownOperationException if the service has no such operation
   * @throws io.boto4j.error.OperationNotPageableException if the operation does not return pages
   */
  public Items<Structure> items(String operation, Map<String, ?> parameters) {
    return items(operation, parameters, Structure.class);
  }

  /**
   * Returns all items on all pages of an operation's results, in a type of your choice.
   *
   * <pre>{@code
   * for (String table : dynamodb.items("ListTables", Params.of(), String.class)) { … }
   * List<Db> all = rds.items("DescribeDBInstances", filters, Db.class).toList();
   * }</pre>
   *
   * @param <T> the type of the items
   * @param operation the operation's name, such as {@code ListTables}
   * @param parameters the operation's input by member name, copied
   * @param type the class of the items: {@code String.class}, {@code Structure.class}, or a record,
   *     to which {@link Structure#to} converts
   * @return the items; nothing is sent until they are iterated
   * @throws UnknownOperationException if the service has no such operation
   * @throws io.boto4j.error.OperationNotPageableException if the operation does not return pages
   */
  public <T> Items<T> items(String operation, Map<String, ?> parameters, Class<T> type) {
    Pages pages = paginator(operation).pages(parameters);
    return new Items<>(pages::items, find(operation).name(), type);
  }

  /**
   * Returns empty parameters for an operation, whose text masks what the model marks as sensitive:
   * for programs that log what they send.
   *
   * @param operation the operation's name, such as {@code CreateDBInstance}
   * @return empty parameters
   * @throws UnknownOperationException if the service has no such operation
   */
  public Params params(String operation) {
    return Params.of(find(operation).input());
  }

  /**
   * Returns the names of the waiters in the service's model: boto3's {@code waiter_names}.
   *
   * @return the names, such as {@code TableExists}; unmodifiable
   */
  public List<String> waiters() {
    return names(ModelPart.WAITERS);
  }

  /**
   * Returns a waiter, which polls an operation until a resource reaches the expected state. Nothing
   * is sent until {@link Waiter#await(Map)} is called.
   *
   * @param name the waiter's name, spelled {@code TableExists}, {@code tableExists} or {@code
   *     table_exists}
   * @return a waiter with the delay and number of attempts of the model
   * @throws io.boto4j.error.UnknownWaiterException if the service has no such waiter
   * @throws io.boto4j.error.WaiterConfigException if the model's definition of the waiter is
   *     malformed
   */
  public Waiter waiter(String name) {
    Waiters created = waiters;
    if (created == null) {
      created = new Waiters(service);
      waiters = created;
    }
    return new Waiter(this, session, created.of(name));
  }

  /**
   * Returns a waiter that is defined by the caller, in the form of botocore's {@code
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
   * @param name the name of a waiter in the document
   * @param document the definitions: a map with {@code version} and {@code waiters}
   * @return a waiter with the delay and number of attempts of its definition
   * @throws io.boto4j.error.UnknownWaiterException if the document has no such waiter
   * @throws io.boto4j.error.WaiterConfigException if the document is malformed
   */
  public Waiter waiter(String name, Map<String, ?> document) {
    return new Waiter(this, session, Waiters.of(name, document));
  }

  /**
   * Returns the options with which this client was created.
   *
   * @return the options, without those that come from the environment or the profile
   */
  public ClientConfig config() {
    return config;
  }

  /**
   * Returns the service's general endpoint: boto3's {@code client.meta.endpoint_url}.
   *
   * <p>It is meant for display. The endpoint of a call may differ, as that of an operation on an S3
   * bucket does; {@link #explain} returns it.
   *
   * @return the URL: scheme, host, and port and path if there are any
   * @throws io.boto4j.error.EndpointResolutionException if a FIPS or dualstack endpoint is
   *     configured and the service has none in this region
   */
  public URI endpointUrl() {
    Endpoint custom = parts.call().endpoints().custom();
    return custom == null
        ? parts.endpointUrl(partitions().models().root("endpoints"), partition())
        : custom.toUri();
  }

  /**
   * Returns the client's region.
   *
   * @return the region, such as {@code eu-west-1}; {@code aws-global} for a service with a single
   *     endpoint in all regions
   */
  public String region() {
    return parts.call().region().name();
  }

  /**
   * Returns the partition of the client's region.
   *
   * @return the partition, such as {@code aws} or {@code aws-cn}
   */
  public String partition() {
    return partitions().idOf(region());
  }

  private Partitions partitions() {
    return parts.call().endpoints().partitions();
  }

  /**
   * Returns when the requests of this client get a checksum: as set in code, else in the
   * environment or the profile.
   *
   * @return {@code when_supported}, the default, or {@code when_required}
   */
  public String requestChecksumCalculation() {
    return parts.call().requestChecksums() ? "when_supported" : "when_required";
  }

  /**
   * Returns a copy of this client with one more interceptor, which runs after those it has.
   *
   * <p>The copy shares this client's connections: closing the copy does not close them, and closing
   * this client does. The copy has a retry quota of its own.
   *
   * @param interceptor the interceptor to add
   * @return a new client
   */
  public Client with(Interceptor interceptor) {
    Objects.requireNonNull(interceptor, "interceptor");
    ClientConfig more = config.toBuilder().interceptor(interceptor).build();
    return session.register(new Client(session, more, parts.with(interceptor)));
  }

  /**
   * Returns a client like this one with other options, and with connections of its own.
   *
   * <pre>{@code
   * Client frankfurt = s3.with(c -> c.region("eu-central-1"));
   * }</pre>
   *
   * @param options a function that changes the options of this client
   * @return a new client
   * @throws io.boto4j.error.InvalidConfigException if an option has an invalid value
   */
  public Client with(Consumer<? super ClientConfig.Builder> options) {
    ClientConfig.Builder builder = config.toBuilder();
    options.accept(builder);
    return session.client(service.name(), builder.build());
  }

  Executor executor() {
    return session.executor();
  }

  /** The interceptors of the client's calls; null for none. */
  @Nullable List<Interceptor> interceptors() {
    return parts.interceptors();
  }

  /**
   * Returns a description of the service for a terminal, with the names of its operations,
   * paginators and waiters.
   *
   * <p>The description is AWS's documentation if {@code boto4j-models} with the classifier {@code
   * docs} is on the class path; otherwise it is derived from the model alone.
   *
   * @return the text, in several lines
   */
  public String help() {
    return Help.of(service);
  }

  /**
   * Returns a description of an operation for a terminal: its purpose, parameters, output and
   * errors.
   *
   * <p>The description is AWS's documentation if {@code boto4j-models} with the classifier {@code
   * docs} is on the class path; otherwise it is derived from the model alone.
   *
   * @param operation the operation's name, such as {@code PutItem}
   * @return the text, in several lines
   * @throws UnknownOperationException if the service has no such operation
   */
  public String help(String operation) {
    return Help.of(service, find(operation));
  }

  /**
   * Returns a template for the input of an operation, in which every member occurs once: empty
   * strings, zeros, the first value of each enumeration, and the first member of each union.
   *
   * @param operation the operation's name, such as {@code PutItem}
   * @return a new, modifiable map
   * @throws UnknownOperationException if the service has no such operation
   */
  public Map<String, Object> skeleton(String operation) {
    return Skeleton.of(find(operation).input());
  }

  /**
   * Returns a factory for responses and errors of this service, for tests and interceptors.
   *
   * @return a new factory
   */
  public ResponseFactory responses() {
    return new ResponseFactory(service);
  }

  /**
   * Closes the client's connections: idle ones at once, others when their response has been read.
   *
   * <p>Calls in progress may fail; calls that wait for a connection or another attempt, and later
   * calls, throw {@link IllegalStateException}. A transport that was {@linkplain
   * Session.Builder#transport set on the session} stays open. Closing a client again has no effect.
   */
  @Override
  public void close() {
    closed = true;
    CallRoad created = road;
    if (created != null) {
      created.close();
    }
    HttpTransport own = parts.ownTransport();
    if (own != null) {
      own.close();
    }
  }

  /** Drops what is kept for a limited time. */
  void forget() {
    parts.call().credentials().forget();
    CallRoad created = road;
    if (created != null) {
      created.forget();
    }
  }

  private CallRoad road() {
    CallRoad created = road;
    if (created == null) {
      synchronized (this) {
        created = road;
        if (created == null) {
          created = new CallRoad(parts.call(), parts.interceptors());
          road = created;
        }
      }
    }
    return created;
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
    Endpoint custom = parts.call().endpoints().custom();
    return "Client["
        + service.name()
        + ", "
        + region()
        + (custom == null ? "" : ", " + custom)
        + "]";
  }
}
