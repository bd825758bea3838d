package io.boto4j.internal.call;

import io.boto4j.CallOptions;
import io.boto4j.Explanation;
import io.boto4j.Interceptor;
import io.boto4j.Response;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.attempt.AttemptLoop;
import io.boto4j.internal.attempt.Call;
import io.boto4j.internal.attempt.CallParts;
import io.boto4j.internal.attempt.CallState;
import io.boto4j.internal.attempt.DeadlineWatch;
import io.boto4j.internal.attempt.PreparedRequest;
import io.boto4j.internal.body.ChecksumRequest;
import io.boto4j.internal.body.CompressRequest;
import io.boto4j.internal.body.KeepStream;
import io.boto4j.internal.endpoint.ResolvedEndpoint;
import io.boto4j.internal.hook.CallHooks;
import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.hook.CustomizationClient;
import io.boto4j.internal.input.CheckedEvents;
import io.boto4j.internal.input.FillDefaults;
import io.boto4j.internal.input.ValidateInput;
import io.boto4j.model.OperationModel;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The road of every call: reading {@link #prepare} and {@link AttemptLoop} is reading the
 * architecture.
 *
 * <p>The order is boto3's, and matters: defaults are filled in before the input is validated,
 * nothing is sent that was not validated, and nothing changes once it is signed. Thread-safe.
 */
public final class CallRoad implements CustomizationClient {
  private static final long HOUR = 3600;

  private final CallParts parts;

  /** Null when there are none, the usual case: an empty list would load another class. */
  private final @Nullable List<Interceptor> interceptors;

  private final FillDefaults fillDefaults;
  private final ValidateInput validateInput;
  private final ResolveEndpoint resolveEndpoint;
  private final SerializeRequest serializeRequest;
  private final AttemptLoop attemptLoop;
  private final @Nullable Customization customization;
  private final @Nullable RerouteCall rerouteCall;

  /** Created on first use; threads that race may each create one. */
  private volatile @Nullable PresignRequest presignRequest;

  /** Created on first use, and only once: it has a thread. */
  private volatile @Nullable DeadlineWatch deadlineWatch;

  /**
   * Creates the road of one client.
   *
   * @param parts the parts of the client
   * @param interceptors the interceptors of the client, or null if there are none
   */
  public CallRoad(CallParts parts, @Nullable List<Interceptor> interceptors) {
    this.parts = parts;
    this.interceptors = interceptors;
    this.customization = parts.customization();
    this.fillDefaults = new FillDefaults(parts.uuids(), parts.responseChecksums());
    this.validateInput = new ValidateInput(parts.parameterValidation());
    this.resolveEndpoint = new ResolveEndpoint(parts, this);
    this.serializeRequest = new SerializeRequest(parts);
    this.attemptLoop = new AttemptLoop(parts, this, resolveEndpoint.usesAccountId());
    this.rerouteCall =
        customization == null || !customization.mayReroute()
            ? null
            : new RerouteCall(customization, resolveEndpoint, serializeRequest, attemptLoop, this);
  }

  /**
   * Turns a call into a request that is ready to be signed. Every call, explanation and presigned
   * URL takes these steps.
   */
  PreparedRequest prepare(Call call, Purpose purpose) {
    OperationModel operation = call.operation();
    Map<String, ?> input = fillDefaults.in(operation, customizeInput(call), purpose.forUrl());
    input = validate(operation, input);
    purpose.validated(input);
    Response supplied = purpose.sends() ? call.suppliedResponse(input) : null;
    if (supplied != null) {
      return PreparedRequest.supplied(input, supplied);
    }
    input = validateEvents(operation, input);
    ResolvedEndpoint endpoint = resolveEndpoint.of(operation, input, purpose);
    HttpRequest request = serializeRequest.of(operation, input, endpoint);
    if (!purpose.forUrl()) {
      request = customize(call, input, request);
      request = compress(operation, request);
      request = addChecksum(operation, input, request);
      request = keepStream(operation, request);
    }
    return new PreparedRequest(input, request, endpoint.authSchemes());
  }

  private Map<String, ?> customizeInput(Call call) {
    return customization == null
        ? call.parameters()
        : customization.input(call.operation(), call.parameters());
  }

  private Map<String, ?> validate(OperationModel operation, Map<String, ?> input) {
    Map<String, ?> valid = validateInput.check(operation, input);
    if (valid == null) {
      throw validateInput.exception(
          operation, input, customization == null ? null : customization.inputHints());
    }
    return valid;
  }

  private Map<String, ?> validateEvents(OperationModel operation, Map<String, ?> input) {
    return operation.eventInput() == null
        ? input
        : CheckedEvents.in(operation, input, validateInput);
  }

  /** Applies what the model, the environment, the service, the call and interceptors add. */
  private HttpRequest customize(Call call, Map<String, ?> input, HttpRequest request) {
    OperationModel operation = call.operation();
    HttpRequest changed = request;
    if (operation.traits().flag("endpointoperation")) {
      changed = changed.withHeader("x-amz-api-version", parts.service().apiVersion());
    }
    Supplier<String> traceId = parts.traceId();
    if (traceId != null) {
      changed = TraceHeader.into(changed, traceId.get());
    }
    if (customization != null) {
      changed = customization.request(operation, input, changed, this);
    }
    return call.beforeCall(call.withOwnHeaders(changed));
  }

  private HttpRequest compress(OperationModel operation, HttpRequest request) {
    return parts.minCompressionSize() >= 0 && operation.traits().flag(CompressRequest.TRAIT)
        ? CompressRequest.of(operation, request, parts.minCompressionSize())
        : request;
  }

  private HttpRequest addChecksum(
      OperationModel operation, Map<String, ?> input, HttpRequest request) {
    return operation.traits().flag(ChecksumRequest.TRAIT)
            || operation.traits().flag(ChecksumRequest.REQUIRED_TRAIT)
        ? ChecksumRequest.of(operation, input, request, parts.requestChecksums())
        : request;
  }

  private HttpRequest keepStream(OperationModel operation, HttpRequest request) {
    return request.body().replayable()
        ? request
        : KeepStream.ifNeeded(
            operation, request, attemptLoop.signRequest().signsBody(operation, request));
  }

  /**
   * Calls an operation.
   *
   * @param operation the operation
   * @param parameters the parameters the user passed; not changed
   * @param options the options of this call, or null if it has none of its own
   * @return the response
   */
  public Response call(
      OperationModel operation, Map<String, ?> parameters, @Nullable CallOptions options) {
    CallHooks hooks = hooks(operation, /* sent= */ true);
    return hooks == null
        ? send(new Call(operation, parameters, options, null, parts.retries()))
        : intercepted(hooks, operation, parameters, options);
  }

  private Response intercepted(
      CallHooks hooks,
      OperationModel operation,
      Map<String, ?> parameters,
      @Nullable CallOptions options) {
    Response response = null;
    Throwable failure = null;
    try {
      response = hooks.afterCall(send(call(operation, parameters, options, hooks)));
    } catch (RuntimeException e) {
      RuntimeException reported = hooks.afterCallError(e);
      failure = reported;
      throw reported;
    } catch (Error e) {
      failure = e;
      throw e;
    } finally {
      hooks.callEnded(response, failure);
    }
    return response;
  }

  /** Ends the calls that wait for another attempt. */
  public void close() {
    attemptLoop.close();
  }

  /** Drops what was learned for a limited time: endpoints, the clock of the service, keys. */
  public void forget() {
    if (customization != null) {
      customization.forget();
    }
    attemptLoop.forget();
  }

  private Response send(Call call) {
    if (!call.hasDeadline()) {
      return prepareAndSend(call);
    }
    DeadlineWatch.Watched watched = deadlineWatch().watch(call);
    try {
      return prepareAndSend(call);
    } catch (RuntimeException e) {
      throw watched.exception(e);
    } finally {
      watched.end();
    }
  }

  private DeadlineWatch deadlineWatch() {
    DeadlineWatch created = deadlineWatch;
    if (created == null) {
      synchronized (this) {
        created = deadlineWatch;
        if (created == null) {
          created = new DeadlineWatch();
          deadlineWatch = created;
        }
      }
    }
    return created;
  }

  private Response prepareAndSend(Call call) {
    PreparedRequest prepared = prepare(call, Purpose.CALL);
    Response supplied = prepared.suppliedResponse();
    if (supplied != null) {
      return supplied;
    }
    CallState state = attemptLoop.begin(call);
    return rerouteCall == null
        ? attemptLoop.send(state, prepared)
        : rerouteCall.send(state, prepared);
  }

  private @Nullable CallHooks hooks(OperationModel operation, boolean sent) {
    return interceptors == null
        ? null
        : CallHooks.of(interceptors, parts.service(), operation, parts.region().name(), sent);
  }

  private Call call(
      OperationModel operation,
      Map<String, ?> parameters,
      @Nullable CallOptions options,
      @Nullable CallHooks hooks) {
    return new Call(
        operation,
        hooks == null ? parameters : hooks.parameters(parameters),
        options,
        hooks,
        parts.retries());
  }

  /**
   * Explains what a call would send, and why. Sends nothing.
   *
   * @param operation the operation
   * @param parameters the parameters the user passed; not changed
   * @return the explanation, which contains the failure if the call would fail
   * @throws io.boto4j.error.ParamValidationException if the input does not fit the model
   */
  public Explanation explain(OperationModel operation, Map<String, ?> parameters) {
    Call call = call(operation, parameters, null, hooks(operation, /* sent= */ false));
    return new ExplainCall(parts, operation).explain(this, attemptLoop, call);
  }

  /**
   * Presigns a call.
   *
   * @param operation the operation
   * @param parameters the parameters the user passed; not changed
   * @param expiresInSeconds the validity of the URL
   * @param httpMethod the method to sign for, or null for that of the operation
   * @param options the options of this call, of which the headers are signed; or null
   * @return the URL: a secret
   */
  public URI presign(
      OperationModel operation,
      Map<String, ?> parameters,
      long expiresInSeconds,
      @Nullable String httpMethod,
      @Nullable CallOptions options) {
    Call call = call(operation, parameters, options, hooks(operation, /* sent= */ false));
    PreparedRequest prepared = prepare(call, Purpose.URL);
    return presignRequest().url(call, prepared, expiresInSeconds, httpMethod);
  }

  /**
   * Signs the fields of a form that uploads to a bucket.
   *
   * @param operation an operation whose address is that of the bucket
   * @param parameters its input
   * @param fields the fields of the form
   * @param conditions the conditions that the fields must fulfil
   * @param expiresInSeconds the validity of the form
   * @return the address of the form, and all its fields
   */
  public PresignRequest.Form presignPost(
      OperationModel operation,
      Map<String, ?> parameters,
      Map<String, String> fields,
      List<?> conditions,
      long expiresInSeconds) {
    Call call = call(operation, parameters, null, hooks(operation, /* sent= */ false));
    PreparedRequest prepared = prepare(call, Purpose.URL);
    return presignRequest().form(operation, prepared, fields, conditions, expiresInSeconds);
  }

  private PresignRequest presignRequest() {
    PresignRequest created = presignRequest;
    if (created == null) {
      created = new PresignRequest(parts, attemptLoop);
      presignRequest = created;
    }
    return created;
  }

  @Override
  public Response call(String operation, Map<String, ?> parameters) {
    DeadlineWatch watching = deadlineWatch;
    CallOptions options = watching == null ? null : watching.optionsOfNested();
    return call(parts.service().operation(operation), parameters, options);
  }

  @Override
  public URI presign(OperationModel operation, HttpRequest request, String region) {
    return presignRequest().urlInRegion(operation, request, HOUR, region);
  }

  @Override
  public String region() {
    return parts.region().signing();
  }

  @Override
  public Clock clock() {
    return parts.clock();
  }
}
