package io.boto4j.local.wire;

import io.boto4j.Structure;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpResponse;
import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.world.Worlds;
import io.boto4j.model.codec.XmlWriter;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers uploads by forms: as a put of the object, with the statuses that browsers want. */
final class PostUpload {
  private static final String SERVICE = "s3";

  private final Worlds worlds;
  private final Routes routes;
  private final LocalSettings settings;

  PostUpload(Worlds worlds, Routes routes, LocalSettings settings) {
    this.worlds = worlds;
    this.routes = routes;
    this.settings = settings;
  }

  HttpResponse answer(Inbound request, String requestId) throws IOException {
    PostForm form = PostForm.of(request);
    Inbound put = form.put();
    Target target = routes.find(put, SERVICE, null);
    String bucket = request.path().substring(1).replace("/", "");
    String credential = form.field("x-amz-credential");
    String[] scope = credential == null ? new String[0] : credential.split("/", 0);
    String key = scope.length > 0 ? scope[0] : form.field("awsaccesskeyid");
    String region = scope.length == 5 ? scope[2] : settings.region();
    Principal principal = settings.principal(key == null ? "" : key, region);
    if (principal.secret() != null && settings.signatures() != SignatureMode.OFF) {
      PostSignature.verify(form, scope, principal.secret());
    }
    Inbound checked =
        new Inbound(
            put.method(),
            put.path(),
            put.query(),
            put.headers(),
            PostPolicy.check(form, bucket, worlds.clock().instant()));
    Structure input = RequestReader.read(target, checked, null);
    EngineCall call =
        new EngineCall(
            target.operation().name(),
            PlainInput.of(input),
            new EngineCall.Caller(
                key == null ? "" : key, key == null ? "" : principal.arn(), principal.account()),
            requestId);
    settings.before(SERVICE, region, call);
    Map<String, ?> output = settings.answer(SERVICE, call);
    if (output == null) {
      Engine engine = worlds.engine(principal.account(), region, SERVICE);
      if (engine == null) {
        throw new EngineException(
            "NotImplemented", "boto4j-local does not emulate s3:PutObject", 501, Map.of());
      }
      output = engine.call(call);
    }
    return response(form, target, output, bucket, requestId);
  }

  private static HttpResponse response(
      PostForm form, Target target, Map<String, ?> output, String bucket, String requestId) {
    Headers.Builder headers = ResponseWriter.write(target, output, requestId).headers().toBuilder();
    headers.remove("Content-Length");
    String location = form.put().path();
    headers.set("Location", location);
    String etag = String.valueOf(output.get("ETag"));
    String key = target.labels().getOrDefault("Key", "");
    String redirect = redirect(form);
    if (redirect != null) {
      headers.set(
          "Location",
          redirect
              + (redirect.contains("?") ? "&" : "?")
              + "bucket="
              + encoded(bucket)
              + "&key="
              + encoded(key)
              + "&etag="
              + encoded(etag));
      return ResponseWriter.of(303, headers, new byte[0]);
    }
    String status = form.field("success_action_status");
    if ("201".equals(status)) {
      headers.set("Content-Type", "application/xml");
      XmlWriter xml = new XmlWriter().begin("PostResponse");
      xml.begin("Location").text(location).end();
      xml.begin("Bucket").text(bucket).end();
      xml.begin("Key").text(key).end();
      xml.begin("ETag").text(etag).end();
      return ResponseWriter.of(201, headers, xml.end().toByteArray());
    }
    return ResponseWriter.of("200".equals(status) ? 200 : 204, headers, new byte[0]);
  }

  private static @Nullable String redirect(PostForm form) {
    String redirect = form.field("success_action_redirect");
    return redirect != null ? redirect : form.field("redirect");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
