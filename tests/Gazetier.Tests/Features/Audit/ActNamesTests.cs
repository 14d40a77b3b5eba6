using System.Text.RegularExpressions;
using Gazetier.Features.Audit;
using Gazetier.Locales;
using Gazetier.Tests.Rules;
using Gazetier.Web;
using Shouldly;

namespace Gazetier.Tests.Features.Audit;

public partial class ActNamesTests
{
    [Fact]
    public void Each_act_that_is_recorded_has_words()
    {
        var french = new Phrases(Language.French);
        var acts = SourceFile.OfProgram("cs").SelectMany(file => Recorded().Matches(file.Text)).Select(match => match.Groups["act"].Value).Distinct(StringComparer.Ordinal).ToList();

        acts.Count.ShouldBeGreaterThan(20);
        acts.Where(act => ActNames.Of(act, french) == act).ShouldBeEmpty();
    }

    [GeneratedRegex("""\.Record\([^;]*?"(?<act>[a-z]+\.[a-z-]+)"[^;]*;""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Recorded();
}
