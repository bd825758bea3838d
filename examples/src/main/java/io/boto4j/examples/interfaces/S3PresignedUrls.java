package io.boto4j.examples.interfaces;

import io.boto4j.Params;
import io.boto4j.ResponseStream;
import io.boto4j.Session;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Typed;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Lets others read and write objects without credentials, by URLs and by a form. */
class S3PresignedUrls {
  interface S3 {
    @Operation("CreateBucket") void create(@Param("Bucket") String name);

    @Operation("PutObject")
    void put(@Param("Bucket") String bucket, @Param("Key") String key, @Param("Body") String text);

    @Operation("GetObject") ResponseStream get(@Param("Bucket") String bucket, @Param("Key") String key);
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    var client = Session.create().client("s3", c -> c.s3(s -> s.addressingStyle("path")));
    var s3 = Typed.of(client, S3.class);
    var http = HttpClient.newHttpClient();
    s3.create("shared");
    s3.put("shared", "note.txt", "for you");

    var get = client.presign("GetObject", Params.of("Bucket", "shared", "Key", "note.txt"), Duration.ofMinutes(10));
    System.out.println(http.send(HttpRequest.newBuilder(get).build(), BodyHandlers.ofString()).body());
    var put = client.presign("PutObject", Params.of("Bucket", "shared", "Key", "answer.txt"), Duration.ofMinutes(10));
    var sent = http.send(
        HttpRequest.newBuilder(put).PUT(BodyPublishers.ofString("thank you")).build(), BodyHandlers.ofString());
    System.out.println(sent.statusCode());

    var post = client.presignPost("shared", "form.txt", Map.of("acl", "private"),
        List.of(Map.of("acl", "private"), List.of("content-length-range", 1, 100)), Duration.ofMinutes(10));
    System.out.println(String.join(", ", post.fields().keySet().stream().sorted().toList()));
    var form = new StringBuilder();
    for (var field : post.fields().entrySet()) {
      form.append("""
          --FORM\r
          Content-Disposition: form-data; name="%s"\r
          \r
          %s\r
          """.formatted(field.getKey(), field.getValue()));
    }
    form.append("""
        --FORM\r
        Content-Disposition: form-data; name="file"; filename="form.txt"\r
        \r
        from a form\r
        --FORM--\r
        """);
    var posted = http.send(
        HttpRequest.newBuilder(post.url()).header("Content-Type", "multipart/form-data; boundary=FORM")
            .POST(BodyPublishers.ofString(form.toString())).build(),
        BodyHandlers.ofString());
    System.out.println(posted.statusCode());

    for (var key : List.of("answer.txt", "form.txt")) {
      System.out.println(s3.get("shared", key).text());
    }
  }
}
