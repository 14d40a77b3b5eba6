using System.Net;
using System.Text.RegularExpressions;
using Gazetier.Features.Accounts;
using Gazetier.Features.DataMap;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.DataMap;

public partial class DataMapTests
{
    [Fact]
    public async Task L_40_each_column_about_somebody_stands_in_the_map()
    {
        await using var site = await Site.OpenAsync();
        var missing = await site.WithAsync<ReadDataMap, List<string>>(map => site.DoAsync(db =>
        {
            var mapped = map.Lines.SelectMany(line => line.Tables).ToHashSet();
            mapped.Where(type => db.Model.FindEntityType(type) is null).ShouldBeEmpty("the map names classes that are no tables");
            return Task.FromResult<List<string>>(
            [
                .. from type in db.Model.GetEntityTypes()
                   where !type.IsOwned() && !mapped.Contains(type.ClrType)
                   from column in type.GetProperties()
                   where AboutSomebody.IsMatch(column.Name)
                   select $"{type.ClrType.Name}.{column.Name}: a feature's IHoldPersonalData.Map must say what it is for, by which right and how long",
            ]);
        }));
        missing.Where(column => !Impersonal.Contains(column.Split(':')[0])).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_line_says_all_that_a_register_asks_for_and_nothing_twice()
    {
        await using var site = await Site.OpenAsync();
        var lines = await site.WithAsync<ReadDataMap, IReadOnlyList<HeldData>>(map => Task.FromResult(map.Lines));
        lines.Count.ShouldBeGreaterThan(25);
        lines.Select(line => line.What).Distinct(StringComparer.Ordinal).Count().ShouldBe(lines.Count);
        lines.ShouldAllBe(line => line.What != "" && line.Why != "" && line.Basis != "" && line.Kept != "");
        lines.ShouldAllBe(line => line.Kept.Contains("{0}", StringComparison.Ordinal) == line.Number > 0);
    }

    [Fact]
    public async Task L_43_the_charter_and_the_register_are_made_from_it()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var charter = await visitor.GetAsync("/donnees-personnelles");
        charter.Has("#reactions").ShouldBeTrue();
        charter.Body.ShouldContain("3 ans sans connexion");
        charter.Body.ShouldNotContain("Contrat de travail");

        var register = await visitor.GetAsync(DataMapFeature.Register);
        register.Headers["Content-Type"].ShouldBe("text/csv; charset=utf-8");
        var rows = register.Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var lines = await site.WithAsync<ReadDataMap, IReadOnlyList<HeldData>>(map => Task.FromResult(map.Lines));
        rows.Length.ShouldBe(1 + lines.Count);
        register.Body.ShouldContain("Comments (");
        register.Body.ShouldContain("Contrat de travail");
    }

    [Fact]
    public async Task Only_who_governs_sees_the_nights()
    {
        await using var site = await Site.OpenAsync();
        using var odile = await site.SignInAsync(Newsroom.Odile);
        var before = await odile.GetAsync("/redaction/donnees");
        before.Status.ShouldBe(HttpStatusCode.OK);
        before.Texts(".notice").ShouldHaveSingleItem().ShouldStartWith("Aucune nuit encore");
        before.Texts("#registre ~ .table-scroll tbody tr").Count.ShouldBeGreaterThan(25);
        site.Clock.Advance(TimeSpan.FromHours(2));
        await site.WithAsync<ForgetEachNight, int>(forget => forget.RunAsync(CancellationToken.None));
        (await odile.GetAsync("/redaction/donnees")).Body.ShouldNotContain("Aucune nuit encore");
        using var paul = await site.SignInAsync(Newsroom.Paul);
        (await paul.GetAsync("/redaction/donnees")).Status.ShouldNotBe(HttpStatusCode.OK);
    }

    /// <summary>Columns that are called so and tell of nobody, each with its reason.</summary>
    private static readonly IReadOnlyList<string> Impersonal =
    [
        // The newspaper's own.
        "Imprint.ContactEmail", "Imprint.PostalAddress", "CommentRules.ContactEmail",
        // Machines that write in our name, and addresses that we read from.
        "DmarcSource.Address", "AnnouncementSource.Address",
        // A company's, at which it reads what our readers write.
        "Insertion.LeadEmail",
    ];

    [GeneratedRegex("^(AccountId|UserId|GiverId|WriterId|SavedById|ById|ResolvedById|KeeperId|\\w*Email|To|DisplayName|PostalAddress|FromAddress|PhoneNumber|Person|Recipient|Reader|\\w*ByName|Diagnostic|Address|Function)$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex AboutSomebody { get; }
}
