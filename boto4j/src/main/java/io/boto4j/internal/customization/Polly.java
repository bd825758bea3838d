package io.boto4j.internal.customization;

import io.boto4j.http.HttpRequest;
import io.boto4j.internal.hook.Customization;
import io.boto4j.model.OperationModel;

/** Polly's speech is played from presigned URLs by browsers, which send no content type. */
final class Polly implements Customization {
  @Override
  public HttpRequest urlRequest(OperationModel operation, HttpRequest request) {
    return operation.name().equals("SynthesizeSpeech")
        ? request.withHeaders(request.headers().toBuilder().remove("Content-Type").build())
        : request;
  }
}
