package io.boto4j.internal.call;

import io.boto4j.CallOptions;
import io.boto4j.Explanation;
import io.boto4j.Interceptor;
import io.boto4j.Response;
import io.boto4j.error.Boto4jException;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.endpoint.AuthScheme;
import io.boto4j.internal.endpoint.Endpoint;
import io.boto4j.internal.endpoint.ResolvedEndpoint;
import io.boto4j.internal.protocol.InputValues;
import io.boto4j.internal.text.Arn;
import io.boto4j.model.OperationModel;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call, one road: reading {@link #call} is reading the architecture.
 *
 * <p>The order is boto3's, and matters: defaults are in before parameters are checked, and nothing
 * is sent that was not checked, or changed once it is signed. Thread-safe.
 */
public final class CallRoad {
  private static final long HOUR = 3600;

  private final CallParts parts;
  private final boolean requestChecksums;
  private final int minCompressionSize;
  private final FillDefaults fillDefaults;
  private final ValidateInput validateInput;
  private final ResolveEndpoint resolveEndpoint;
  private final InjectHostPrefix injectHostPrefix;
  private final SerializeRequest serializeRequest;
  private final SignRequest signRequest;
  private final AttemptLoop attemptLoop;
  private final @Nullable Customization customization;
  private final @Nullable Supplier<String> traceId;

  /** Null for none, as mostly, so that nothing is loaded to say so. */
  private final @Nullable List<Interceptor> interceptors;

  /** Made when it is first asked for; two threads may make two. */
  private @Nullable PresignRequest presignRequest;

  /**
   * Makes the road of one client.
   *
   * @param parts what its steps work with
   * @param interceptors who sees and changes its calls, or null for nobody
   */
  public CallRoad(CallParts parts, @Nullable List<Interceptor> interceptors) {
    this.parts = parts;
    this.interceptors = interceptors;
    this.fillDefaults = new FillDefaults(parts.uuids(), parts.responseChecksums());
    this.requestChecksums = parts.requestChecksums();
    this.minCompressionSize = parts.minCompressionSize();
    this.validateInput = new ValidateInput(parts.parameterValidation());
    this.resolveEndpoint = new ResolveEndpoint(parts);
    this.injectHostPrefix = new InjectHostPrefix(parts.injectHostPrefix());
    this.serializeRequest = new SerializeRequest(parts);
    this.signRequest = new SignRequest(parts, this);
    this.attemptLoop = new AttemptLoop(parts, signRequest, resolveEndpoint.tellsAccountId());
    this.customization = parts.customization();
    this.traceId = parts.traceId();
  }

  /**
   * Makes a call.
   *
   * @param operation the operation
   * @param parameters what the user passed; not changed
   * @param options what the call has otherwise than the client, or null for nothing
   * @return the answer
   */
  public Response call(
      OperationModel operation, Map<String, ?> parameters, @Nullable CallOptions options) {
    CallHooks hooks =
        interceptors == null ? null : CallHooks.of(interceptors, parts.service().name(), operation);
    if (hooks == null) {
      return make(attemptLoop.begin(operation, parameters, options));
    }
    try {
      CallState state = attemptLoop.begin(operation, hooks.parameters(parameters), options);
      state.hooks(hooks);
      return hooks.afterCall(make(state));
    } catch (RuntimeException e) {
      hooks.afterCallError(e);
      throw e;
    }
  }

  private Response make(CallState state) {
    OperationModel operation = state.operation();
    Map<String, ?> parameters = state.parameters();
    CallHooks hooks = state.hooks();
    Map<String, ?> input = fillDefaults.in(operation, customInput(operation, parameters));
    validateInput.check(operation, input);
    Response answer = hooks == null ? null : hooks.answer(input);
    if (answer != null) {
      return answer;
    }
    if (operation.eventInput() != null) {
      input = CheckedEvents.in(operation, input, validateInput);
    }
    ResolvedEndpoint resolved = resolve(operation, input);
    HttpRequest request = coded(state, input, resolved);
    return customization != null && customization.mayReroute()
        ? new RerouteCall(this, customization).call(state, input, request, resolved)
        : send(state, input, request, resolved);
  }

  ResolvedEndpoint resolve(OperationModel operation, Map<String, ?> input) {
    ResolvedEndpoint resolved = resolveEndpoint.of(operation, input);
    return customization == null
        ? resolved
        : customization.endpoint(operation, input, resolved, this);
  }

  private HttpRequest coded(CallState state, Map<String, ?> input, ResolvedEndpoint resolved) {
    OperationModel operation = state.operation();
    HttpRequest custom = customize(operation, input, request(operation, input, resolved));
    HttpRequest own = state.withOwnHeaders(custom);
    CallHooks hooks = state.hooks();
    return codeBody(operation, input, hooks == null ? own : hooks.beforeCall(own));
  }

  Response send(
      CallState state, Map<String, ?> input, HttpRequest request, ResolvedEndpoint resolved) {
    return attemptLoop.send(state, input, request, resolved.authSchemes());
  }

  HttpRequest request(OperationModel operation, Map<String, ?> input, ResolvedEndpoint resolved) {
    Endpoint endpoint = injectHostPrefix.into(resolved.endpoint(), operation, input);
    return serializeRequest.of(operation, input, endpoint, resolved.headers());
  }

  private Map<String, ?> customInput(OperationModel operation, Map<String, ?> parameters) {
    return customization == null ? parameters : customization.input(operation, parameters);
  }

  private HttpRequest customize(
      OperationModel operation, Map<String, ?> input, HttpRequest request) {
    HttpRequest custom = request;
    if (operation.traits().flag("endpointoperation")) {
      custom = custom.withHeader("x-amz-api-version", parts.service().apiVersion());
    }
    if (traceId != null) {
      custom = TraceHeader.into(custom, traceId.get());
    }
    return customization == null ? custom : customization.request(operation, input, custom, this);
  }

  /** Most operations ask for none of this, and load none of its classes. */
  private HttpRequest codeBody(
      OperationModel operation, Map<String, ?> input, HttpRequest request) {
    HttpRequest coded = request;
    if (minCompressionSize >= 0 && operation.traits().flag(CompressRequest.TRAIT)) {
      coded = CompressRequest.of(operation, coded, minCompressionSize);
    }
    if (operation.traits().flag(ChecksumRequest.TRAIT)
        || operation.traits().flag(ChecksumRequest.REQUIRED_TRAIT)) {
      coded = ChecksumRequest.of(operation, input, coded, requestChecksums);
    }
    return coded.body().replayable()
        ? coded
        : KeepStream.ifNeeded(operation, coded, signRequest.signsBody(operation, coded));
  }

  /**
   * Says what a call would send, and why, and sends nothing.
   *
   * @param operation the operation
   * @param parameters what the user passed; not changed
   * @return the explanation, of a failure too, if it is not for the parameters
   */
  public Explanation explain(OperationModel operation, Map<String, ?> parameters) {
    Map<String, ?> input = fillDefaults.in(operation, customInput(operation, parameters));
    validateInput.check(operation, input);
    ExplainCall explainCall = new ExplainCall(parts, signRequest, operation, input);
    try {
      ResolvedEndpoint resolved =
          resolveEndpoint.of(operation, input, explainCall.trace(), /* forUrl= */ false);
      explainCall.found(resolved);
      Map<String, ?> checked =
          operation.eventInput() == null
              ? input
              : CheckedEvents.in(operation, input, validateInput);
      HttpRequest custom = customize(operation, checked, request(operation, checked, resolved));
      explainCall.sign(codeBody(operation, checked, custom), resolved.authSchemes());
    } catch (Boto4jException | IllegalArgumentException e) {
      explainCall.failed(e);
    }
    return explainCall.explanation();
  }

  /**
   * Presigns a call: the same road as far as the request, without what depends on its body.
   *
   * @param operation the operation
   * @param parameters what the user passed; not changed
   * @param expiresInSeconds how long the URL is good for
   * @param httpMethod the method to sign for, or null for the operation's
   * @return the URL: a secret
   */
  public URI presign(
      OperationModel operation,
      Map<String, ?> parameters,
      long expiresInSeconds,
      @Nullable String httpMethod) {
    Map<String, ?> input = presignedInput(operation, parameters);
    ResolvedEndpoint resolved = resolveEndpoint.of(operation, input, null, /* forUrl= */ true);
    HttpRequest request = request(operation, input, resolved);
    return presigner()
        .url(operation, request, schemes(resolved, input), expiresInSeconds, httpMethod, null);
  }

  /**
   * Signs the fields of a form that uploads to a bucket.
   *
   * @param operation an operation whose address is the bucket's
   * @param parameters its input
   * @param fields the form's fields
   * @param conditions what they must fulfil
   * @param expiresInSeconds how long the form is good for
   * @return the form's address and all its fields
   */
  public PresignRequest.Form presignPost(
      OperationModel operation,
      Map<String, ?> parameters,
      Map<String, String> fields,
      List<?> conditions,
      long expiresInSeconds) {
    Map<String, ?> input = presignedInput(operation, parameters);
    ResolvedEndpoint resolved = resolveEndpoint.of(operation, input, null, /* forUrl= */ true);
    HttpRequest request = request(operation, input, resolved);
    return presigner()
        .form(operation, request, schemes(resolved, input), fields, conditions, expiresInSeconds);
  }

  /** Whoever gets the URL need not ask for a checksum. */
  private Map<String, ?> presignedInput(OperationModel operation, Map<String, ?> parameters) {
    Map<String, ?> input =
        new FillDefaults(parts.uuids(), false).in(operation, customInput(operation, parameters));
    validateInput.check(operation, input);
    return input;
  }

  /** boto3 presigns for the client's own region, unless the bucket is an ARN and says its own. */
  private static List<AuthScheme> schemes(ResolvedEndpoint resolved, Map<String, ?> input) {
    if (Arn.is(InputValues.text(input.get("Bucket")))) {
      return resolved.authSchemes();
    }
    List<AuthScheme> schemes = new ArrayList<>(resolved.authSchemes().size());
    for (AuthScheme scheme : resolved.authSchemes()) {
      schemes.add(scheme.withoutRegion());
    }
    return schemes;
  }

  /**
   * Makes another call of the same service, for a customization that needs its answer.
   *
   * @param operation the operation's name
   * @param parameters its input
   * @return the answer
   */
  public Response call(String operation, Map<String, ?> parameters) {
    return call(parts.service().operation(operation), parameters, null);
  }

  /**
   * What time it is.
   *
   * @return the session's clock
   */
  public Clock clock() {
    return parts.clock();
  }

  /**
   * The region of the calls.
   *
   * @return as {@code eu-west-1}
   */
  public String region() {
    return parts.region().signing();
  }

  /**
   * Presigns a request as it would be made in another region, for a service that makes it there on
   * the caller's behalf. It is good for an hour.
   *
   * @param operation the operation
   * @param request the request, to that region's endpoint; its body goes into the query
   * @param region the region it is signed for
   * @return the URL: a secret
   */
  public URI presign(OperationModel operation, HttpRequest request, String region) {
    return presigner().url(operation, request, List.of(), HOUR, "GET", region);
  }

  private PresignRequest presigner() {
    PresignRequest made = presignRequest;
    if (made == null) {
      made = new PresignRequest(parts, signRequest);
      presignRequest = made;
    }
    return made;
  }
}
