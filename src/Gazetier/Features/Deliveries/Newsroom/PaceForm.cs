using System.Globalization;
using Gazetier.Features.Deliveries.Pace;
using Microsoft.AspNetCore.Mvc;

namespace Gazetier.Features.Deliveries.Newsroom;

/// <summary>The two forms of the pace as they are typed.</summary>
public class PaceForm
{
    [BindProperty(Name = "domaine")]
    public string? Domain { get; set; }

    [BindProperty(Name = "lignes")]
    public string? AtOnce { get; set; }

    [BindProperty(Name = "minute")]
    public string? PerMinute { get; set; }

    [BindProperty(Name = "jour")]
    public string? PerDay { get; set; }

    /// <summary>"2026-12-01".</summary>
    [BindProperty(Name = "debut")]
    public string? StartsOn { get; set; }

    [BindProperty(Name = "fin")]
    public string? EndsOn { get; set; }

    [BindProperty(Name = "premier")]
    public string? FirstDay { get; set; }

    [BindProperty(Name = "croissance")]
    public string? Growth { get; set; }

    public void Show(WarmUpPlan plan)
    {
        StartsOn = plan.StartsOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        EndsOn = plan.EndsOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        FirstDay = plan.FirstDay.ToString(CultureInfo.InvariantCulture);
        Growth = plan.GrowthPercent.ToString(CultureInfo.InvariantCulture);
    }
}
