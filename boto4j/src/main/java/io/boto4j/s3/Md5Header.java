package io.boto4j.s3;

import io.boto4j.CallContext;
import io.boto4j.Interceptor;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/**
 * Protects requests by {@code Content-MD5} in place of their checksum, for operations whose input
 * has no member for it.
 */
final class Md5Header implements Interceptor {
  @Override
  public HttpRequest beforeSign(CallContext call, HttpRequest request) {
    Headers.Builder headers = Headers.builder();
    for (Map.Entry<String, String> header : request.headers()) {
      if (!isChecksum(header.getKey().toLowerCase(Locale.ROOT))) {
        headers.add(header.getKey(), header.getValue());
      }
    }
    headers.set("Content-MD5", md5(request));
    return request.withHeaders(headers.build());
  }

  private static boolean isChecksum(String name) {
    return name.startsWith("x-amz-checksum-") || name.equals("x-amz-sdk-checksum-algorithm");
  }

  private static String md5(HttpRequest request) {
    try (InputStream in = request.body().open()) {
      return Base64.getEncoder().encodeToString(ETags.md5().digest(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
