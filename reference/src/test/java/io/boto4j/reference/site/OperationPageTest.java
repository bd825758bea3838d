package io.boto4j.reference.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.reference.view.Links;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

final class OperationPageTest {
  private static final Site SITE = Site.builtIn();

  @Test
  void page_ofPutItem_showsMembersOfRequestAndResponse() {
    Document page = page("dynamodb", "PutItem");
    assertThat(page.title()).isEqualTo("PutItem – Amazon DynamoDB");
    Element table = element(page, "request.TableName");
    assertThat(table.text()).contains("string").contains("required").contains("1–1024 characters");
    assertThat(element(page, "request.Item.*.S").parents().select("details")).isNotEmpty();
    assertThat(page.getElementById("response.Attributes")).isNotNull();
    assertThat(page.select(".spellings").text()).contains("put_item").contains("put-item");
  }

  @Test
  void page_ofRecursiveShape_endsWithLink() {
    Document page = page("dynamodb", "PutItem");
    assertThat(element(page, "request.Item.*.M").select(".m-link a").attr("href"))
        .isEqualTo("../shapes/AttributeValue.html#members");
  }

  @Test
  void page_ofManyMembers_leavesDeepOnesToOtherPages() {
    Document page = page("ec2", "RunInstances");
    assertThat(page.select(".m").size()).isLessThan(400);
    assertThat(page.select("details[data-src]")).isNotEmpty();
  }

  @Test
  void page_ofPages_linksToPaginatorAndNeighbours() {
    Document page = page("dynamodb", "ListTables");
    assertThat(page.select("#see-also ~ .groups a").eachAttr("href"))
        .contains("../index.html#paginator-ListTables");
    assertThat(page.select("a[rel=next]").attr("href")).endsWith(".html");
    assertThat(page.select("a[rel=prev]").attr("href")).endsWith(".html");
  }

  @Test
  void page_ofErrors_showsWhetherCallIsRepeated() {
    Element errors =
        page("dynamodb", "PutItem").getElementById("error-ProvisionedThroughputExceededException");
    assertThat(errors).isNotNull();
    assertThat(errors.text()).contains("retried").contains("client error");
  }

  @Test
  void page_ofRestOperation_showsPlacesOfMembers() {
    Document page = page("s3", "PutObject");
    assertThat(element(page, "request.Bucket").text()).contains("path");
    assertThat(element(page, "request.CacheControl").text()).contains("header Cache-Control");
    assertThat(element(page, "request.Body").text()).contains("stream").contains("body");
  }

  private static Element element(Document page, String id) {
    Element element = page.getElementById(id);
    assertThat(element).as(id).isNotNull();
    return element;
  }

  private static Document page(String service, String operation) {
    byte[] bytes = SITE.page(Links.operation(service, operation)).orElseThrow().bytes();
    return Jsoup.parse(new String(bytes, StandardCharsets.UTF_8));
  }
}
