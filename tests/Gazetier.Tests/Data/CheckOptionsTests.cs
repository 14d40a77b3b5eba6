using Gazetier.Data;
using Microsoft.Extensions.Options;
using Shouldly;

namespace Gazetier.Tests.Data;

public class CheckOptionsTests
{
    [Fact]
    public void With_no_setting_at_all_nothing_is_wrong() =>
        new CheckOptions().Validate(null, new NewspaperOptions()).Succeeded.ShouldBeTrue();

    [Theory]
    [InlineData("Data", " ")]
    [InlineData("Database", "postgres://localhost/gazetier")]
    [InlineData("Database", "Host=localhost;Port=abc")]
    [InlineData("Database", "Host=localhost;Nonsense=1")]
    [InlineData("Database", "Data Source=gazetier.db;Nonsense=1")]
    [InlineData("Url", "www.exemple.fr")]
    [InlineData("Url", "ftp://exemple.fr")]
    [InlineData("Url", "https://exemple.fr/journal/")]
    [InlineData("Url", "https://exemple.fr/?edition=1")]
    [InlineData("Url", "https://nom:secret@exemple.fr")]
    [InlineData("Url", "")]
    [InlineData("Mail:Smtp", "mail.exemple.fr:25")]
    [InlineData("Mail:Smtp", "http://mail.exemple.fr")]
    [InlineData("Mail:Smtp", "smtp:")]
    [InlineData("Mail:Smtp", "smtp://")]
    [InlineData("Mail:From", "L'Échelon")]
    [InlineData("Mail:From", "")]
    [InlineData("Mail:Connections", "0")]
    [InlineData("Mail:Connections", "101")]
    [InlineData("Mail:Connections", "quatre")]
    [InlineData("TrustedProxies", "10.0.0.0/8, le serveur")]
    [InlineData("TrustedProxies", "10.0.0.0/33")]
    [InlineData("Clock", "demain")]
    [InlineData("MetricsPort", "-1")]
    [InlineData("MetricsPort", "70000")]
    [InlineData("Role", "both")]
    [InlineData("PageCacheMegabytes", "0")]
    [InlineData("PageCacheMegabytes", "100000")]
    public async Task A_wrong_setting_stops_the_start_with_its_name_what_is_wrong_and_an_example(string name, string value)
    {
        var setting = "Gazetier__" + name.Replace(":", "__", StringComparison.Ordinal);

        var stopped = await Should.ThrowAsync<OptionsValidationException>(() => Site.OpenAsync(null, (name, value)));

        var said = stopped.Failures.ShouldHaveSingleItem();
        said.ShouldStartWith(setting + " ");
        said.ShouldMatch(" (is|are) ");
        said.ShouldContain($"Example: {setting}=");
        Example(said).ShouldNotBe(value);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var options = new NewspaperOptions { Url = "x", Role = "x", Clock = "x" };

        new CheckOptions().Validate(null, options).Failures!.Count().ShouldBe(3);
    }

    [Fact]
    public void A_password_is_not_repeated()
    {
        var options = new NewspaperOptions { Database = "postgres://gazetier:secret@localhost" };
        options.Mail.Smtp = "mail://gazetier:secret@mail.exemple.fr";

        new CheckOptions().Validate(null, options).FailureMessage!.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("Data", " ")]
    [InlineData("Database", "x")]
    [InlineData("Url", "x")]
    [InlineData("Mail:Smtp", "x")]
    [InlineData("Mail:From", "")]
    [InlineData("Mail:Connections", "0")]
    [InlineData("TrustedProxies", "x")]
    [InlineData("Clock", "x")]
    [InlineData("MetricsPort", "-1")]
    [InlineData("Role", "x")]
    [InlineData("PageCacheMegabytes", "0")]
    public void The_example_itself_is_right(string name, string wrong)
    {
        var said = new CheckOptions().Validate(null, With(name, wrong)).Failures!.Single();

        new CheckOptions().Validate(null, With(name, Example(said))).Succeeded.ShouldBeTrue(said);
    }

    private static string Example(string said) => said[(said.LastIndexOf("='", StringComparison.Ordinal) + 2)..^1];

    private static NewspaperOptions With(string name, string value)
    {
        var options = new NewspaperOptions();
        object holder = name.StartsWith("Mail:", StringComparison.Ordinal) ? options.Mail : options;
        var property = holder.GetType().GetProperty(name.Split(':')[^1])!;
        property.SetValue(holder, Convert.ChangeType(value, property.PropertyType, System.Globalization.CultureInfo.InvariantCulture));
        return options;
    }
}
