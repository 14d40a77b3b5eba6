using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Purchases.Newsroom;

/// <summary>The settings of one means of payment, as a part of the form.</summary>
public sealed class MeansForm
{
    public PaymentMeans Means { get; set; }

    public bool IsOn { get; set; }

    public string? Text { get; set; }

    public bool OpensOnPayment { get; set; }

    public int? DueDays { get; set; }

    public int? GraceDays { get; set; }

    public string? ReminderDays { get; set; }

    public int? LapseDays { get; set; }

    public static MeansForm Of(MeansSetting setting) => new()
    {
        Means = setting.Means,
        IsOn = setting.IsOn,
        Text = setting.Text,
        OpensOnPayment = setting.OpensOnPayment,
        DueDays = setting.DueDays,
        GraceDays = setting.GraceDays,
        LapseDays = setting.LapseDays,
        ReminderDays = setting.ReminderDays.Replace(",", ", ", StringComparison.Ordinal),
    };

    /// <param name="index">Of the part in the form.</param>
    public void Check(int index, ModelStateDictionary state, Phrases t)
    {
        if (IsOn && Means != PaymentMeans.Card && Printable.Only(Text ?? "").Trim().Length == 0)
        {
            state.AddModelError($"Lines[{index}].Text", t["Dites comment régler : sans cela, le moyen ne peut pas être proposé."]);
        }

        state.Limit($"Lines[{index}].Text", Text, MeansSetting.MaxText, t);

        CheckDays($"Lines[{index}].DueDays", DueDays);
        CheckDays($"Lines[{index}].GraceDays", GraceDays);
        CheckDays($"Lines[{index}].LapseDays", LapseDays);
        var typed = (ReminderDays ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (new MeansSetting { ReminderDays = ReminderDays ?? "" }.Reminders.Count != typed.Length || typed.Length > 10)
        {
            state.AddModelError($"Lines[{index}].ReminderDays", t["Écrivez des nombres de jours, dix au plus, séparés par des virgules, comme 1, 15, 30."]);
        }

        void CheckDays(string field, int? days)
        {
            if (days is null or < 0 or > MeansSetting.MaxDays)
            {
                state.Remove(field);
                state.AddModelError(field, t["Écrivez un nombre de jours, de 0 à {0}.", MeansSetting.MaxDays]);
            }
        }
    }

    /// <summary>After <see cref="Check"/>.</summary>
    public void CopyTo(MeansSetting setting)
    {
        setting.IsOn = IsOn;
        setting.Text = Printable.Only(Text ?? "").ReplaceLineEndings("\n").Trim();
        setting.OpensOnPayment = OpensOnPayment;
        setting.DueDays = DueDays!.Value;
        setting.GraceDays = GraceDays!.Value;
        setting.LapseDays = LapseDays!.Value;
        setting.ReminderDays = string.Join(',', new MeansSetting { ReminderDays = ReminderDays ?? "" }.Reminders);
    }
}
