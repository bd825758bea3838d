package io.boto4j.internal.call;

import io.boto4j.Structure;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.EndpointResolutionException;
import io.boto4j.error.ServiceException;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.endpoint.ResolvedEndpoint;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.model.OperationModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is special about one service: the places on the road where it does something of its own.
 *
 * <p>Most services have none. Each client has its own, used by any number of threads at once.
 */
public interface Customization {
  /**
   * Changes what the user passed, before it is checked against the model. Also on the way to a
   * presigned URL.
   *
   * @param operation the operation
   * @param input what the user passed, with the old names of members if they used those
   * @return the input to go on with; never the same map changed
   * @throws io.boto4j.error.ParamValidationException if the service would not take it
   */
  default Map<String, ?> input(OperationModel operation, Map<String, ?> input) {
    return input;
  }

  /**
   * The value of a built-in of the endpoint rules for one call.
   *
   * @param builtIn as {@code AWS::S3::ForcePathStyle}
   * @param operation the operation
   * @param input its input, which fits the model
   * @param forUrl whether the call is presigned
   * @return the value, or null to leave it to the client's configuration
   */
  default @Nullable Object builtIn(
      String builtIn, OperationModel operation, Map<String, ?> input, boolean forUrl) {
    return null;
  }

  /**
   * The error that users know for one of the endpoint rules.
   *
   * @param operation the operation
   * @param input its input, which fits the model
   * @param error the error, with the rule's text
   * @return the error to throw
   */
  default RuntimeException ruleError(
      OperationModel operation, Map<String, ?> input, EndpointResolutionException error) {
    return error;
  }

  /**
   * The endpoint of one call, where the rules do not know it.
   *
   * @param operation the operation
   * @param input its input, which fits the model
   * @param resolved what the rules say
   * @param road makes the calls that ask for it
   * @return the endpoint to call
   */
  default ResolvedEndpoint endpoint(
      OperationModel operation, Map<String, ?> input, ResolvedEndpoint resolved, CallRoad road) {
    return resolved;
  }

  /**
   * Whether the service may send calls elsewhere.
   *
   * @return false if {@link #reroutes} need not be asked
   */
  default boolean mayReroute() {
    return false;
  }

  /**
   * Learns from a refusal where a call should have gone.
   *
   * @param operation the operation
   * @param input its input
   * @param refusal the service's answer
   * @param road makes the calls that ask for it
   * @return whether to find the endpoint anew, and make the call there
   */
  default boolean reroutes(
      OperationModel operation, Map<String, ?> input, ServiceException refusal, CallRoad road) {
    return false;
  }

  /**
   * The credentials of a call whose auth scheme has an identity of its own, where the client's are
   * only good for asking for them.
   *
   * @param identity what they are for: the bucket, with S3's directory buckets
   * @param road makes the call that asks
   * @return the credentials
   */
  default Credentials identity(String identity, CallRoad road) {
    throw new IllegalStateException("No credentials are known for " + identity);
  }

  /**
   * Changes the request, before its body is compressed, summed up and signed.
   *
   * @param operation the operation
   * @param input its input, which fits the model
   * @param request the request as the protocol made it
   * @param road what made it, and can presign others
   * @return the request to send
   */
  default HttpRequest request(
      OperationModel operation, Map<String, ?> input, HttpRequest request, CallRoad road) {
    return request;
  }

  /**
   * The answer as the service means it, where its status or body do not tell.
   *
   * @param operation the operation
   * @param answer an answer as it came
   * @return the answer to parse
   */
  default WireResponse answer(OperationModel operation, WireResponse answer) {
    return answer;
  }

  /**
   * Changes the output of a good answer.
   *
   * @param operation the operation
   * @param parameters what the user passed
   * @param answer the answer as it came
   * @param output what the protocol made of it
   * @return the output for the user
   */
  default Structure output(
      OperationModel operation, Map<String, ?> parameters, WireResponse answer, Structure output) {
    return output;
  }

  /**
   * Whether the service takes timestamps with milliseconds, where AWS's others take whole seconds.
   *
   * @return true for milliseconds
   */
  default boolean millisecondTimestamps() {
    return false;
  }
}
