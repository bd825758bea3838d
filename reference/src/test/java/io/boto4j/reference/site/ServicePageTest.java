package io.boto4j.reference.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.reference.view.Links;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

final class ServicePageTest {
  private static final Site SITE = Site.builtIn();

  @Test
  void page_ofDynamoDb_groupsOperations() {
    Document page = page(Links.service("dynamodb"));
    assertThat(element(page, "operations-Table").text()).isEqualTo("Table");
    assertThat(page.select("#operation-list a[href$=.html]").eachText()).hasSize(58);
    assertThat(page.select(".facts").first().text()).contains("2012-08-10").contains("DynamoDB");
  }

  @Test
  void page_ofDynamoDb_showsWaitersPaginatorsAndResources() {
    Document page = page(Links.service("dynamodb"));
    assertThat(element(page, "waiter-TableExists").text())
        .contains("client.waiter(\"TableExists\").await(")
        .contains("Table.TableStatus is ACTIVE")
        .contains("error ResourceNotFoundException");
    assertThat(element(page, "paginator-Query").text())
        .contains("client.paginator(\"Query\")")
        .contains("LastEvaluatedKey");
    assertThat(element(page, "resource-Table").text()).doesNotContain("derived");
    assertThat(element(page, "resource-Backup").text())
        .contains("derived")
        .contains("DescribeBackup returns one with BackupArn");
  }

  @Test
  void endpoints_followTheRulesOfTheService() {
    assertThat(endpoints("dynamodb")).contains("dynamodb.eu-west-1.amazonaws.com");
    assertThat(endpoints("datazone")).contains("datazone.eu-west-1.api.aws");
    assertThat(endpoints("iam")).contains("iam.amazonaws.com").contains("signed for us-east-1");
  }

  @Test
  void endpoints_ofServiceWithoutListedRegions_showTheForm() {
    assertThat(endpoints("application-signals")).contains("application-signals.REGION.api.aws");
  }

  @Test
  void page_ofEnumeration_listsValues() {
    Document page = page(Links.shape("dynamodb", "BillingMode"));
    assertThat(page.select(".value-list code").eachText())
        .contains("PROVISIONED", "PAY_PER_REQUEST");
    assertThat(page.select("#uses ~ .groups a").eachAttr("href"))
        .contains("CreateTableInput.html#members.BillingMode");
  }

  @Test
  void page_ofError_listsOperationsThatSendIt() {
    Document page = page(Links.shape("dynamodb", "ConditionalCheckFailedException"));
    assertThat(page.select("#uses ~ .groups a").eachText()).contains("PutItem", "UpdateItem");
  }

  private static String endpoints(String service) {
    return page(Links.service(service)).select("[aria-labelledby=endpoints]").text();
  }

  private static Element element(Document page, String id) {
    Element element = page.getElementById(id);
    assertThat(element).as(id).isNotNull();
    return element;
  }

  private static Document page(String path) {
    return Jsoup.parse(new String(SITE.page(path).orElseThrow().bytes(), StandardCharsets.UTF_8));
  }
}
