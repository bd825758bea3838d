package io.boto4j.local.wire;

import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the handler asks the user's settings. */
public interface LocalSettings {
  /**
   * Returns the region of requests that do not name one.
   *
   * @return the region
   */
  String region();

  /**
   * Returns whose access key it is.
   *
   * @param accessKeyId the key; empty for requests that are not signed
   * @param region the region of the call, which determines the partition
   * @return the principal; unknown keys belong to the default account
   */
  Principal principal(String accessKeyId, String region);

  /**
   * Returns how signatures are verified.
   *
   * @return the mode
   */
  SignatureMode signatures();

  /**
   * Returns a document that is served to whoever asks for it, such as the certificate that verifies
   * the notifications of SNS.
   *
   * @param path the path of the request
   * @return the document, or null if the request is for a service
   */
  @Nullable String document(String path);

  /**
   * Called before an operation is carried out: for faults, the journal and permissions.
   *
   * @param service the service
   * @param region the region of the call
   * @param call the call
   * @throws EngineException to answer with this error
   * @throws ConnectionDropped to answer nothing
   */
  void before(String service, String region, EngineCall call);

  /**
   * Returns the answer of a user's handler.
   *
   * @param service the service
   * @param call the call
   * @return the output, or null if no handler is registered for the operation
   * @throws EngineException to answer with this error
   */
  @Nullable Map<String, ?> answer(String service, EngineCall call);
}
