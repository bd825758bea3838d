package io.boto4j.internal.call;

import io.boto4j.Response;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.endpoint.Endpoint;
import io.boto4j.internal.protocol.Protocol;
import io.boto4j.model.OperationModel;
import java.util.Map;

/**
 * One call, one road: reading {@link #call} is reading the architecture.
 *
 * <p>The order is boto3's, and matters: defaults are in before parameters are checked, and nothing
 * is sent that was not checked, or changed once it is signed. Thread-safe.
 */
public final class CallRoad {
  private final Protocol protocol;
  private final Endpoint clientEndpoint;
  private final FillDefaults fillDefaults;
  private final ValidateInput validateInput;
  private final InjectHostPrefix injectHostPrefix;
  private final SerializeRequest serializeRequest;
  private final SignRequest signRequest;
  private final SendRequest sendRequest;
  private final ParseResponse parseResponse;

  /**
   * Makes the road of one client.
   *
   * @param parts what its steps work with
   */
  public CallRoad(CallParts parts) {
    this.protocol = parts.protocol();
    this.clientEndpoint = parts.endpoint();
    this.fillDefaults = new FillDefaults(parts.uuids());
    this.validateInput = new ValidateInput(parts.parameterValidation());
    this.injectHostPrefix = new InjectHostPrefix(parts.injectHostPrefix());
    this.serializeRequest = new SerializeRequest(parts.protocol(), parts.userAgent());
    this.signRequest = new SignRequest(parts);
    this.sendRequest = new SendRequest(parts.transport(), parts.clock());
    this.parseResponse = new ParseResponse(parts.service(), parts.protocol());
  }

  /**
   * Makes a call.
   *
   * @param operation the operation
   * @param parameters what the user passed; not changed
   * @return the answer
   */
  public Response call(OperationModel operation, Map<String, ?> parameters) {
    Map<String, ?> input = fillDefaults.in(operation, parameters);
    validateInput.check(operation, input);
    Endpoint endpoint = injectHostPrefix.into(clientEndpoint, operation, input);
    HttpRequest request = serializeRequest.of(operation, input, endpoint);
    HttpRequest signed = signRequest.sign(operation, request);
    SendRequest.Answer answer = sendRequest.send(signed, protocol.streams(operation));
    return parseResponse.of(operation, answer);
  }
}
