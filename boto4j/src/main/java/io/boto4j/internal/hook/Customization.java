package io.boto4j.internal.hook;

import io.boto4j.Structure;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.ServiceException;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.endpoint.ClientRegion;
import io.boto4j.internal.endpoint.EndpointOptions;
import io.boto4j.internal.endpoint.Partitions;
import io.boto4j.internal.endpoint.ResolvedEndpoint;
import io.boto4j.internal.input.InputHints;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.internal.retry.ServiceRetries;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The peculiarities of one service: every point of a call at which a service may differ from the
 * others. Most services have no customization.
 *
 * <p>Each client has an instance of its own, used by any number of threads at once.
 */
public interface Customization {
  /**
   * Returns this customization for one client. Before this call, it is used only for the
   * configuration of clients.
   *
   * @param endpoints the configuration of the client's endpoints
   * @param region the regions of the client
   * @param partitions the partitions
   * @param discovery the option {@code endpointDiscoveryEnabled}, or null if it is not set
   * @return a customization for the client, or this one if it depends on none of the arguments
   * @throws io.boto4j.error.InvalidConfigException if an option of the service is invalid
   */
  default Customization forClient(
      EndpointOptions endpoints,
      ClientRegion region,
      Partitions partitions,
      @Nullable String discovery) {
    return this;
  }

  /**
   * Returns the default number of attempts of a call.
   *
   * @param usual the default for most services in the retry mode of the client
   * @param legacy whether that mode is {@code legacy}
   * @return the attempts in all
   */
  default int maxAttempts(int usual, boolean legacy) {
    return usual;
  }

  /**
   * Returns the peculiarities of the service in retries. Called after a failure.
   *
   * @return the peculiarities
   */
  default ServiceRetries retries() {
    return ServiceRetries.USUAL;
  }

  /**
   * Whether a client in a region uses the endpoint that serves all regions.
   *
   * @param region the region the user set, or null
   * @param options the configuration
   * @return true to ignore the region
   */
  default boolean isGlobal(@Nullable String region, EndpointOptions options) {
    return false;
  }

  /**
   * Changes the regions of a client.
   *
   * @param found the regions by the facts of the model
   * @param region the region the user set, or null
   * @param options the configuration
   * @return the regions to use
   */
  default ClientRegion region(
      ClientRegion found, @Nullable String region, EndpointOptions options) {
    return found;
  }

  /**
   * Returns the general endpoint of a client, where the service has a special one.
   *
   * @param region the regions of the client
   * @param options the configuration
   * @return the URL, or null for the one of the partition
   */
  default @Nullable URI url(ClientRegion region, EndpointOptions options) {
    return null;
  }

  /**
   * Drops what the client has learned for a limited time: endpoints that expire, credentials of
   * sessions.
   */
  default void forget() {}

  /**
   * Whether the service changes the result of the endpoint rules.
   *
   * @return false if {@link #builtIn} and {@link #ruleError} are not overridden
   */
  default boolean changesEndpointRules() {
    return false;
  }

  /**
   * Whether the options of S3 apply to the service.
   *
   * @return true for S3 and S3 Control
   */
  default boolean hasS3Options() {
    return false;
  }

  /**
   * Whether the service accepts uploads from forms.
   *
   * @return true if {@code presignPost} is supported
   */
  default boolean acceptsForms() {
    return false;
  }

  /**
   * Changes the parameters the user passed, before they are validated against the model. Also
   * applies to presigned URLs.
   *
   * @param operation the operation
   * @param input the parameters, possibly with old names of members
   * @return the parameters to go on with; the given map itself is never changed
   * @throws io.boto4j.error.ParamValidationException if the service would reject them
   */
  default Map<String, ?> input(OperationModel operation, Map<String, ?> input) {
    return input;
  }

  /**
   * Returns the remedies for values that the model rejects. Called after a failed validation.
   *
   * @return the remedies, new for each report, or null if the service has none
   */
  default @Nullable InputHints inputHints() {
    return null;
  }

  /**
   * Returns the value of a built-in of the endpoint rules for one call.
   *
   * @param builtIn the built-in, such as {@code AWS::S3::ForcePathStyle}
   * @param operation the operation
   * @param input its validated input
   * @param forUrl whether the call is presigned
   * @return the value, or null if the configuration of the client decides
   */
  default @Nullable Object builtIn(
      String builtIn, OperationModel operation, Map<String, ?> input, boolean forUrl) {
    return null;
  }

  /**
   * Returns the exception that users of boto3 know for an error of the endpoint rules.
   *
   * @param operation the operation
   * @param input its validated input
   * @param error the text of the rule
   * @return the exception to throw, or null for the usual one
   */
  default @Nullable RuntimeException ruleError(
      OperationModel operation, Map<String, ?> input, String error) {
    return null;
  }

  /**
   * Whether the input of a call names the region that its presigned URL is signed for.
   *
   * @param input the validated input
   * @return true to presign for the region of the endpoint rules, false for that of the client
   */
  default boolean inputHasRegion(Map<String, ?> input) {
    return false;
  }

  /**
   * Names the identity that a call is signed for, where an auth scheme of the endpoint has one.
   *
   * @param input the validated input
   * @param resolved the endpoint by the rules
   * @return the endpoint, whose auth schemes know their identity
   */
  default ResolvedEndpoint withIdentity(Map<String, ?> input, ResolvedEndpoint resolved) {
    return resolved;
  }

  /**
   * Replaces the endpoint of one call, where the endpoint rules do not know it. Does not apply to
   * presigned URLs and explanations, as it may call the service.
   *
   * @param operation the operation
   * @param input its validated input
   * @param resolved the endpoint by the rules
   * @param client the client, to ask the service for the endpoint
   * @return the endpoint to call
   */
  default ResolvedEndpoint endpoint(
      OperationModel operation,
      Map<String, ?> input,
      ResolvedEndpoint resolved,
      CustomizationClient client) {
    return resolved;
  }

  /**
   * Whether the service may redirect calls to another endpoint.
   *
   * @return false if {@link #reroutes} always returns false
   */
  default boolean mayReroute() {
    return false;
  }

  /**
   * Learns from an error response which endpoint the call should have gone to.
   *
   * @param operation the operation
   * @param input its input
   * @param refusal the error response
   * @param client the client, to ask the service for the endpoint
   * @return whether to resolve the endpoint again, and repeat the call there
   */
  default boolean reroutes(
      OperationModel operation,
      Map<String, ?> input,
      ServiceException refusal,
      CustomizationClient client) {
    return false;
  }

  /**
   * Returns the credentials for an auth scheme that has an identity of its own. The client's
   * credentials are only good for requesting them.
   *
   * @param identity the identity: for S3's directory buckets the name of the bucket
   * @param client the client, to request them
   * @return the credentials
   */
  default Credentials identity(String identity, CustomizationClient client) {
    throw new IllegalStateException("No credentials are known for " + identity);
  }

  /**
   * Changes the path and query of a request, where the endpoint contains a part of them.
   *
   * @param operation the operation
   * @param target path and query by the model
   * @return path and query below the endpoint
   */
  default String target(OperationModel operation, String target) {
    return target;
  }

  /**
   * Changes a request that becomes a presigned URL.
   *
   * @param operation the operation
   * @param request the request of the protocol
   * @return the request to presign
   */
  default HttpRequest urlRequest(OperationModel operation, HttpRequest request) {
    return request;
  }

  /**
   * Changes the request, before its body is compressed, gets a checksum and is signed.
   *
   * @param operation the operation
   * @param input its validated input
   * @param request the request of the protocol
   * @param client the client, to presign other requests
   * @return the request to send
   */
  default HttpRequest request(
      OperationModel operation,
      Map<String, ?> input,
      HttpRequest request,
      CustomizationClient client) {
    return request;
  }

  /**
   * Corrects the status or the body of a response, where the service sends misleading ones.
   *
   * @param operation the operation
   * @param response the response as it was received
   * @return the response to parse
   */
  default WireResponse response(OperationModel operation, WireResponse response) {
    return response;
  }

  /**
   * Checks whether a good response was damaged on its way. A damaged response is retried.
   *
   * @param response the response, read to its end
   * @return an exception that describes the damage, or null if the response is whole
   */
  default @Nullable RuntimeException damage(WireResponse response) {
    return null;
  }

  /**
   * Whether {@link #output} gives a member another type than the model has, or adds it.
   *
   * @param name the name of the member
   * @param member the member, or null if the model does not have it
   * @return true if the model does not tell the type
   */
  default boolean differs(String name, @Nullable Member member) {
    return false;
  }

  /**
   * Changes the output of a good response.
   *
   * @param operation the operation
   * @param parameters the parameters the user passed
   * @param response the response as it was received
   * @param output the output that the protocol parsed
   * @return the output for the user
   */
  default Structure output(
      OperationModel operation,
      Map<String, ?> parameters,
      WireResponse response,
      Structure output) {
    return output;
  }

  /**
   * Whether the pages of an operation may go on with the token of the page before. For all others
   * this is an error, since the pages would never end.
   *
   * @param operation a paginated operation
   * @return true if the service repeats a token while it is still searching
   */
  default boolean mayRepeatTokens(OperationModel operation) {
    return false;
  }

  /**
   * Whether the service accepts timestamps with milliseconds; most services accept whole seconds.
   *
   * @return true for milliseconds
   */
  default boolean millisecondTimestamps() {
    return false;
  }
}
