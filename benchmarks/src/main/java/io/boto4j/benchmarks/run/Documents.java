package io.boto4j.benchmarks.run;

import io.boto4j.model.codec.CborWriter;
import io.boto4j.model.codec.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Responses with the size and structure of the services' own, the same in every run. */
public final class Documents {
  private Documents() {}

  /**
   * Returns a full page of a DynamoDB Query: 1 MB.
   *
   * @return the response
   */
  public static Map<String, Object> query() {
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < 2_900; i++) {
      items.add(item(i));
    }
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("Items", items);
    response.put("Count", items.size());
    response.put("ScannedCount", items.size());
    return response;
  }

  /**
   * Returns an item of a size.
   *
   * @param size {@code small}, {@code medium} or {@code large}: 300 bytes, 4 KB, 200 KB
   * @return the item in DynamoDB's JSON
   */
  public static Map<String, Object> item(String size) {
    Map<String, Object> item = item(17);
    int orders = size.equals("small") ? 0 : size.equals("medium") ? 25 : 1_200;
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < orders; i++) {
      Map<String, Object> order = new LinkedHashMap<>();
      order.put("sku", Map.of("S", "B00" + (1_000 + i) + "-XL"));
      order.put("quantity", Map.of("N", Integer.toString(1 + i % 7)));
      order.put("price", Map.of("N", (i * 37 % 900) + ".99"));
      order.put("note", Map.of("S", "Leave it at the door, please; № " + i));
      order.put("gift", Map.of("BOOL", i % 2 == 0));
      list.add(Map.of("M", order));
    }
    if (orders > 0) {
      item.put("orders", Map.of("L", list));
    }
    return item;
  }

  private static Map<String, Object> item(int i) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("user_id", Map.of("S", "user-" + (1_000_000 + i)));
    item.put("email", Map.of("S", "first.last+" + i + "@example.com"));
    item.put("display_name", Map.of("S", "Zoë \"Zed\" Müller " + i));
    item.put("balance", Map.of("N", (i * 7919 % 100_000) + "." + (10 + i % 90)));
    item.put("active", Map.of("BOOL", i % 3 != 0));
    item.put("roles", Map.of("L", List.of(Map.of("S", "reader"), Map.of("S", "writer"))));
    item.put("settings", Map.of("M", Map.of("theme", Map.of("S", "dark"))));
    return item;
  }

  /**
   * Writes a value as JSON.
   *
   * @param value the value
   * @return its bytes
   */
  public static byte[] json(Map<String, Object> value) {
    return new JsonWriter().value(value).toByteArray();
  }

  /**
   * Returns the parameters that put an item.
   *
   * @return the parameters
   */
  public static Map<String, Object> put() {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("TableName", "auth-users");
    request.put("Item", item(17));
    return request;
  }

  /**
   * Returns a page of GetMetricData: 10 metrics of 5,000 points.
   *
   * @return the response
   */
  public static Map<String, Object> metrics() {
    List<Object> results = new ArrayList<>();
    for (int metric = 0; metric < 10; metric++) {
      List<Object> timestamps = new ArrayList<>();
      List<Object> values = new ArrayList<>();
      for (int i = 0; i < 5_000; i++) {
        timestamps.add(1_767_225_600L + 60L * i);
        values.add((metric + 1) * 0.37 * i);
      }
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("Id", "m" + metric);
      result.put("Label", "CPUUtilization of i-0123456789abcde" + metric);
      result.put("StatusCode", "Complete");
      result.put("Timestamps", timestamps);
      result.put("Values", values);
      results.add(result);
    }
    return Map.of("MetricDataResults", results);
  }

  /**
   * Writes a value as CBOR.
   *
   * @param value the value
   * @return its bytes
   */
  public static byte[] cbor(Map<String, Object> value) {
    return new CborWriter().value(value).toByteArray();
  }

  /**
   * Returns a full page of ListObjectsV2: 1,000 keys.
   *
   * @return the response
   */
  public static byte[] listObjects() {
    StringBuilder xml = new StringBuilder(400_000);
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">");
    xml.append("<Name>statements</Name><Prefix>2026/</Prefix><KeyCount>1000</KeyCount>");
    for (int i = 0; i < 1_000; i++) {
      xml.append("<Contents><Key>2026/11/a&amp;b/statement-")
          .append(i)
          .append(".pdf</Key><LastModified>2026-11-23T00:22:27.000Z</LastModified>")
          .append("<ETag>&quot;d41d8cd98f00b204e9800998ecf8427e&quot;</ETag>")
          .append("<ChecksumAlgorithm>CRC64NVME</ChecksumAlgorithm><Size>")
          .append(i * 7919L)
          .append("</Size><Owner><ID>75aa57f09aa0c8caeab4f8c24e99d10f</ID></Owner>")
          .append("<StorageClass>STANDARD</StorageClass></Contents>");
    }
    return xml.append("</ListBucketResult>").toString().getBytes(StandardCharsets.UTF_8);
  }
}
